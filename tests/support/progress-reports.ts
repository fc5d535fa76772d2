import { PROGRESS_DIMENSIONS, PROGRESS_SCALES } from '@/prisma/reference/progress-scales'
import { progressDocument } from '@/components/casework/progress/report-document'
import type { ProgressReport } from '@/lib/casework/progress/report/queries'
import { renderProgress } from '@/lib/casework/progress/report/render'
import { selected } from '@/lib/casework/progress/report/rules'
import { raters, type Scale } from '@/lib/casework/progress/rules'
import { readLetter } from '@/lib/messaging/letters/read-back'
import { addDays, type Day, toDay } from '@/lib/platform/day'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { randomFrom } from './random'

const today = toDay('2026-11-21')
const now = new Date('2026-11-21T22:30:00Z')
export const SCALES: Scale[] = PROGRESS_SCALES.map((scale) => ({ ...scale, start: scale.start ?? null, gate: scale.gate ?? null, retired: false, series: scale.code, dimensions: PROGRESS_DIMENSIONS.filter(({ scaleCode }) => scaleCode === scale.code).map((one) => ({ ...one, retired: false })) }))

/** Somebody’s measurements on one to four scales, with lines of their own, gaps, some taken back and some before the period. Every entry has a word nothing else has. */
export function generatedReport(seed: number, most = 14): { report: ProgressReport; wanted: string[]; unwanted: string[]; lines: number; language: 'da' | 'en' } {
  const random = randomFrom(seed).next
  const scales = SCALES.filter(() => random() < 0.6)
  const aims = scales.flatMap((scale) => scale.dimensions.filter(() => random() < 0.3).map((dimension, at) => ({ id: `${scale.code}-${at}`, dimension: dimension.code, text: `Mål #${at} *for* ${'<b>'} & “mig” ${'ord'.repeat(Math.floor(random() * 12))}`, addedOn: today, endedOn: null })))
  const from: Day | null = random() < 0.5 ? null : addDays(today, -Math.floor(random() * 500))
  let word = 0
  const measured = scales.flatMap((scale) => Array.from({ length: 1 + Math.floor(random() * most) }, (_, at) => ({
    id: `${scale.code}-${at}`, scale: scale.code, on: addDays(today, -Math.floor(random() * 720)), by: raters[Math.floor(random() * 4)] ?? 'mentor', recordedBy: 'x', recordedAt: now, byMe: true,
    takenBack: random() < 0.08 ? { at: now, by: 'x', why: 'mistake' as const } : null,
    values: [...scale.dimensions.map(({ code }) => ({ dimension: code, aim: null as string | null })), ...aims.filter(({ dimension }) => scale.dimensions.some(({ code }) => code === dimension)).map(({ id, dimension }) => ({ dimension, aim: id as string | null }))]
      .map((line) => ({ ...line, rating: random() < 0.15 ? null : scale.lowest + Math.floor(random() * (scale.highest - scale.lowest + 1)), words: `qz${String(++word).padStart(4, '0')}z` })),
  }))).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const chosen = selected(measured, { from, scale: null })
  const inside = (one: (typeof measured)[number]) => one.takenBack === null && (from === null || one.on >= from)
  const words = (keep: boolean) => measured.filter((one) => inside(one) === keep).flatMap(({ values }) => values.flatMap(({ words: said }) => said ?? []))
  const shown = scales.filter(({ code }) => measured.some((one) => one.scale === code && inside(one)))
  const lines = shown.reduce((sum, scale) => sum + scale.dimensions.length + aims.filter((aim) => scale.dimensions.some(({ code }) => code === aim.dimension)).length, 0)
  return { report: { name: 'Søren Øster-Ågård', cpr: null, municipality: 'Randers Kommune', progress: { scales: SCALES, measured, aims, usual: null }, measured: chosen, from }, wanted: words(true), unwanted: words(false), lines, language: random() < 0.5 ? 'da' : 'en' }
}

/** The overview as it is handed out. */
export const progressFile = ({ report, language }: ReturnType<typeof generatedReport>): Uint8Array => renderProgress(progressDocument(report, { t: translatorFor(language, 'progress'), locale: language, now, by: 'Karen Højgaard' }))

/** Makes the file, reads it back as a reader’s machine would, and says what is wrong with it. */
export async function problemsOf(made: ReturnType<typeof generatedReport>, file: Uint8Array = progressFile(made)): Promise<string[]> {
  const { wanted, unwanted, lines, language } = made
  const t = translatorFor(language, 'progress')
  const back = await readLetter(file)
  const text = back.text.replace(/\s+/g, ' ')
  const times = (word: string) => text.split(word).length - 1
  const count = (role: string) => back.roles.filter((one) => one === role).length
  const curves = back.alts.filter((alt) => alt.startsWith(t('curve.alt', { name: '', points: '' }).split(' ')[0] ?? '')).length
  return [
    ...(back.tagged ? [] : ['not tagged']), ...(back.lang === language ? [] : [`language ${back.lang}`]), ...(back.title === t('report.document') ? [] : [`title ${back.title}`]),
    ...(count('H1') === 1 ? [] : [`${count('H1')} first headings`]), ...(count('H3') === lines ? [] : [`${count('H3')} lines, ${lines} wanted`]), /* One that runs on over the page is counted on each. */ ...(count('Table') >= lines ? [] : [`${count('Table')} tables, ${lines} wanted`]),
    ...(count('Figure') === back.alts.length ? [] : [`${count('Figure')} drawings, ${back.alts.length} described`]), ...(curves <= lines ? [] : ['too many curves']),
    ...wanted.filter((word) => times(word) !== 1).map((word) => `${word} stands ${times(word)} times`), ...unwanted.filter((word) => times(word) !== 0).map((word) => `${word} was not asked for`),
  ]
}
