import type { Random } from '../random'
import { capital } from './facts'
import { NOTICED, SEASON } from './words/small'

/** How somebody writes: in full, with what they noticed beside, short, in the shorthand of the office, or with the citizen's name. */
export const VOICES = ['plain', 'full', 'short', 'clipped', 'named'] as const
export type Voice = (typeof VOICES)[number]

/** Shorthand caseworkers write without thinking. */
const CLIPPED: readonly (readonly [RegExp, string])[] = [
  [/i forhold til/g, 'ift.'], [/i forbindelse med/g, 'ifm.'], [/telefonen/g, 'tlf.'], [/sagsbehandlere/g, 'SB'], [/Jobkonsulenten/g, 'JK'], [/timer om dagen/g, 't/dag'], [/Talt med/g, 'Talt m.'], [/sammen med/g, 's.m.'], [/mandag/g, 'man.'], [/tirsdag/g, 'tirs.'], [/onsdag/g, 'ons.'], [/torsdag/g, 'tors.'], [/fredag/g, 'fre.'], [/aftalt/g, 'aft.'],
]
const SUBJECT = /^(Han|Hun) (har|er|vil|kan|spurgte|viste|siger|sagde|kom|fik|ringede|havde|skrev|går|bor|tør|virkede|var|gik|sad|talte|kigg\w+) /

const sentences = (text: string) => text.split(/(?<=[.!?])\s+(?=[A-ZÆØÅ"])/)
/** Never in the middle of what somebody said. */
const whole = (text: string) => ((text.match(/"/g)?.length ?? 0) % 2 === 0)

const withoutSubject = (text: string) => text.replace(SUBJECT, (_, __, verb: string) => `${capital(verb)} `)

/** The same told by somebody else. `month` 0–11; `present`: whether they saw each other. */
export function spoken(draw: Random, voice: Voice, text: string, firstName: string, month: number, present: boolean): string {
  const parts = sentences(text)
  if (voice === 'short') {
    const first = parts[0] ?? text
    return withoutSubject(whole(first) && first.length > 35 ? first : text)
  }
  if (voice === 'clipped') return withoutSubject(CLIPPED.reduce((said, [long, short]) => said.replace(long, short), text)).replaceAll('..', '.')
  if (voice === 'named') return text.replace(/^(Han|Hun) /, `${firstName} `)
  if (voice === 'full' && present && draw.chance(0.45)) return `${text} ${draw.chance(0.2) && SEASON[month] ? draw.pick(SEASON[month]) : draw.pick(NOTICED)}`
  return text
}
