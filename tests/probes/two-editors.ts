import type { Random } from '@/tests/support/random'
import type { BuiltAction } from './action-list'
import { raced } from './excused'
import { directly, faulty, nameOf, type Prepared, prepare, type Register } from './prepared'
import { subjects } from './people'
import { traces } from './sent-once'
import type { Undo, Written } from './undo'

/** `both`: both were saved, each in a place of its own. `shown`: whoever came second was shown what the first had written, beside what they typed; `kept`: had what they typed back. */
export type Races = { action: string; races: number; both: number; shown: number; kept: number; lost: string[]; dropped: string[]; wrong: string[]; tables: string[] }

/** Columns that say when, by whom and how often: they are no words of anybody's. */
const bookkeeping = /(_at|_by|^version|^sequence|^number|^fence|^search_text)$/
const silent = [...traces, 'audit_event', 'audit_subject', 'probe_undo']
const saved = (answer: string) => answer.startsWith('goes to') || answer.includes('"ok":true')

/** The same form typed by one of two: other words, another day, and sometimes another choice. */
function typed({ action, fields }: Prepared, nth: number, editor: 0 | 1, otherChoice: boolean): { fields: [string, string][]; marks: string[] } {
  const marks: string[] = []
  const looks = fields.some(([name]) => name === 'born.day')
  return {
    marks,
    fields: fields.map(([name, value]): [string, string] => {
      const field = action.fields.find((one) => one.name === name)
      if (looks && (name === 'name' || name.startsWith('born.'))) return [name, value]
      if (value.startsWith('Prøve') && !field?.id && (field?.choices.length ?? 0) === 0) {
        const mark = `Zr${nth}${editor === 0 ? 'a' : 'b'}${marks.length}z`
        marks.push(mark)
        return [name, `${value} ${mark}`]
      }
      if (name.endsWith('.day') && value === '12' && editor === 1) return [name, '13']
      if (editor === 1 && otherChoice && field && field.choices.length > 1) return [name, field.choices.filter(Boolean).find((one) => one !== value) ?? value]
      return [name, value]
    }),
  }
}

const key = ({ table, row }: Written) => `${table} ${JSON.stringify([row.id, row.person_id, row.user_id, row.event_id, row.kind, row.number])}`

/** What two transactions both set, to something else, in the same row: the later has written over the earlier, which it had not seen. */
function overwritten(written: readonly Written[]): string[] {
  const last = new Map<string, Map<string, string>>()
  for (const one of written.filter(({ table, operation }) => operation === 'UPDATE' && !silent.includes(table))) for (const column of one.columns.filter((name) => !bookkeeping.test(name))) {
    const at = `${key(one)} ${column}`
    last.set(at, (last.get(at) ?? new Map()).set(one.transaction, JSON.stringify(one.row[column])))
  }
  return [...last].filter(([, values]) => new Set(values.values()).size > 1).map(([at]) => `${at.split(' ')[0]}.${at.split(' ').at(-1)}`)
}

/** Two who opened the same save it at the same moment, or one shortly after the other, so many times; each time it is taken back. */
export async function race(ground: Register, undo: Undo, all: readonly BuiltAction[], action: BuiltAction, wanted: number, random: Random): Promise<Races> {
  const found: Races = { action: action.name, races: 0, both: 0, shown: 0, kept: 0, lost: [], dropped: [], wrong: [], tables: [] }
  const before = await undo.mark()
  const words = (written: readonly Written[]) => JSON.stringify(written.filter(({ table }) => !silent.includes(table)).map(({ row }) => row))
  try {
    const first = await prepare(ground, directly, all, action)
    const second = { ...first, cookie: await ground.freshCookie(first.subject) }
    const others = [second, ...(await colleague(ground, first))]
    const start = await undo.mark()
    const solo = async (editor: Prepared) => {
      const { fields, marks } = typed(editor, 0, 0, false)
      const answer = await directly({ ...editor, fields })
      const written = await undo.since(start)
      await undo.back(start)
      found.tables.push(...written.filter(({ operation }) => operation === 'UPDATE').map(({ table }) => table))
      return { saved: saved(answer), kept: marks.map((mark) => words(written).includes(mark)) }
    }
    const alone = await solo(first)
    if (!alone.saved) found.wrong.push('cannot be saved by one alone')
    const partners: Prepared[] = []
    for (const other of others) if ((await solo(other)).saved) partners.push(other)
    for (let nth = 1; alone.saved && partners.length > 0 && nth <= wanted; nth++) {
      await ground.db.query('DELETE FROM access.rate_limit')
      const otherChoice = random.chance(0.4)
      const editors = [first, random.pick(partners)].map((editor, at) => ({ editor, ...typed(editor, nth, at as 0 | 1, otherChoice) }))
      const [early, late] = random.chance(0.5) ? [0, 1] : [1, 0]
      const gap = random.chance(0.25) ? null : random.int(15)
      const send = (at: number) => directly({ ...editors[at]!.editor, fields: editors[at]!.fields })
      const answers: string[] = []
      const one = send(early)
      if (gap === null) await one
      else await new Promise((done) => setTimeout(done, gap))
      answers[late] = await send(late)
      answers[early] = await one
      judge(found, editors.map(({ marks }) => marks), alone.kept, answers, await undo.since(start), words)
      await undo.back(start)
    }
    return found
  } catch (error) {
    found.wrong.push(String(error))
    return found
  } finally {
    await undo.back(before)
  }
}

/** Somebody else who may do the same. */
async function colleague(ground: Register, prepared: Prepared): Promise<Prepared[]> {
  const other = prepared.subject.key === 'colleague' ? 'coordinator' : prepared.subject.key === 'coordinator' ? 'colleague' : null
  const subject = subjects.find(({ key: one }) => one === other)
  return subject ? [{ ...prepared, subject, cookie: await ground.freshCookie(subject) }] : []
}

function judge(found: Races, marks: string[][], kept: boolean[], answers: string[], written: Written[], words: (written: readonly Written[]) => string): void {
  const won = answers.map(saved)
  found.races++
  if (won[0] && won[1]) found.both++
  if (!won[0] && !won[1]) found.wrong.push(`nobody saved it: ${answers[0]?.slice(0, 160)} · ${answers[1]?.slice(0, 160)}`)
  const text = words(written)
  for (const at of [0, 1]) {
    const mine = (marks[at] ?? []).filter((_, nth) => kept[nth])
    if (won[at] && mine.some((mark) => !text.includes(mark))) found.dropped.push(answers[at]?.slice(0, 160) ?? '')
    if (won[at]) continue
    const answer = answers[at] ?? ''
    if (faulty(answer)) found.wrong.push(`a fault is shown: ${answer.slice(0, 160)}`)
    else if (!/"(message|fields)":/.test(answer)) found.wrong.push(`nothing is said: ${answer.slice(0, 160)}`)
    else if ((marks[at] ?? []).some((mark) => !answer.includes(mark))) found.wrong.push(`what was typed is gone: ${answer.slice(0, 200)}`)
    else if ((marks[1 - at] ?? []).some((mark) => answer.includes(mark))) found.shown++
    else found.kept++
  }
  if (won[0] && won[1]) found.lost.push(...overwritten(written).filter((column) => !raced[nameOf({ name: found.action })]?.columns.test(column)))
}
