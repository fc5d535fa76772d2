import type { Ground } from '@/tests/probes/ground'
import type { Planted } from '@/tests/probes/planter'
import type { Surface } from '@/tests/probes/surfaces'
import type { Visit } from '@/tests/probes/visits'
import { ownWords } from '@/tests/probes/fields'
import { randomFrom } from '../letters-data'
import type { Figure, FigureOptions, FigureResult } from './figure'

const SMALL = 25

/** Whose words stood in the answer though no row of the log written by that visit names them. A merged record is its kept one. */
function unnamed(found: readonly Planted[], logged: Set<string>, rows: number, kept: (person: string) => string): Planted[] {
  return found.filter(({ person }) => (person === '' ? rows === 0 : !logged.has(person) && !logged.has(kept(person))))
}

/** From now on the log takes no row: nothing can be shown, because it could not be noted. */
async function breakLog(ground: Ground): Promise<void> {
  await ground.db.query(`CREATE FUNCTION probe_no_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The log takes nothing'; END $$`)
  await ground.db.query('CREATE TRIGGER a_probe_no_log BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION probe_no_log()')
}

class Findings {
  readonly missing = new Map<string, Set<string>>()
  readonly routes = new Set<string>()
  answers = 0
  shown = 0
  /** Where people stood: with a log that takes nothing they may not stand there again. */
  readonly places = new Set<Surface>()

  constructor(private readonly kept: (person: string) => string, private readonly nameOf: (person: string) => string) {}

  look = ({ surface, manner, found: all, logged, rows }: Visit): void => {
    this.answers++
    const found = all.filter((planted) => !ownWords(surface.route.path, surface.subject, planted))
    if (found.length === 0) return
    this.shown++
    this.places.add(surface)
    this.routes.add(surface.route.path)
    for (const { person, table, column } of unnamed(found, logged, rows, this.kept)) this.miss(surface, `${manner} ${table}.${column} of ${this.nameOf(person)}`)
  }

  private miss({ route, subject }: Surface, what: string): void {
    this.missing.set(route.path, (this.missing.get(route.path) ?? new Set()).add(`${subject.key} ${what}`))
  }

  lines(): string[] {
    return [...this.missing].map(([path, all]) => `${path}: ${all.size} × ${[...all].slice(0, 6).join('; ')}`)
  }
}

async function measure(ground: Ground, { log, small, seed }: FigureOptions) {
  const { searches, surfaces } = await import('@/tests/probes/surfaces')
  const { visitAll, Visitor } = await import('@/tests/probes/visits')
  const { visitActions } = await import('@/tests/probes/action-visits')
  const { palette } = await import('@/tests/probes/palette')
  const { target, targets, subjects } = await import('@/tests/probes/people')
  const keptOf = (person: string) => (targets.find(({ id }) => id === person)?.past === 'merged' ? target(person === target('merged').id ? 'ordinary' : 'refugee').id : person)
  const nameOf = (person: string) => targets.find(({ id }) => id === person)?.key ?? 'nobody'
  const [whole, broken] = [new Findings(keptOf, nameOf), new Findings(keptOf, nameOf)]
  const random = randomFrom(seed)
  const every = [...(await searches(ground)), ...surfaces(ground)]
  const few = subjects.flatMap((subject) => every.filter((one) => one.subject === subject).map((one) => ({ one, by: random() })).sort((a, b) => a.by - b.by).slice(0, SMALL).map(({ one }) => one))
  const all = small ? few : every
  const words = async (each: (visit: Visit) => void) => {
    for (const { surface, probe } of palette(ground, ['Zq0', ''])) each(await (await Visitor.of(ground, surface.subject)).visit(surface, 'page', probe))
  }
  await visitAll(ground, all, whole.look, log, !small)
  await words(whole.look)
  // The forms change people, and the broken log comes before them: it must be tried on the same people.
  await breakLog(ground)
  const before = (await ground.db.query('SELECT count(*)::int AS n FROM audit_event')).rows[0].n as number
  await visitAll(ground, [...whole.places].filter(({ route }) => route.path !== '/api/palette'), broken.look, log, false)
  await words(broken.look)
  await visitActions(ground, broken.look, (_, subject, who) => ['coordinator', 'colleague'].includes(subject.key) && ['ordinary', 'secret'].includes(who.key))
  const written = ((await ground.db.query('SELECT count(*)::int AS n FROM audit_event')).rows[0].n as number) - before
  await ground.db.query('DROP FUNCTION probe_no_log() CASCADE')
  await visitActions(ground, whole.look, small ? (_, subject, who) => subject.key === 'coordinator' && who.key === 'second' : undefined)
  return { whole, broken, written }
}

/** On a ground that is there: whose words were shown without a row of the log, and what was shown when the log took none. */
export async function onGround(ground: Ground, options: FigureOptions): Promise<FigureResult> {
  const { whole, broken, written } = await measure(ground, options)
  // Whatever stood in an answer of the second pass is a finding, named or not.
  const delivered = broken.shown
  return {
    value: `${whole.missing.size} unlogged of ${whole.routes.size} that showed people; ${delivered} delivered without the log; ${whole.answers} + ${broken.answers} answers`,
    ok: whole.missing.size === 0 && delivered === 0 && written === 0 && whole.shown > (options.small ? 20 : 1000),
    details: [`${whole.shown} answers held words of people: ${[...whole.routes].sort().join(', ')}`, ...(written > 0 ? [`the log took ${written} rows while it was broken`] : []), ...whole.lines(), ...broken.lines().map((line) => `without the log: ${line}`)],
  }
}

const figure: Figure = {
  bound: '0 surfaces unlogged; 0 answers with people when the log takes nothing',
  database: true,
  async figure(options) {
    const { breakGround } = await import('@/tests/probes/ground')
    const ground = await breakGround(options.ownerUrl)
    try {
      return await onGround(ground, options)
    } finally {
      await ground.stop()
    }
  },
}
export default figure
