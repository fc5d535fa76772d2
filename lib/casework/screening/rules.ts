/** That it was not asked, and that nobody knows, are answers: neither is a no. */
export const answers = ['yes', 'no', 'unknown', 'not-asked'] as const
export type Answer = (typeof answers)[number]
/** A question of the guide. `weight`: how much a yes points towards a deployment. `needed`: without a yes here nothing else points there. */
export type Question = { code: string; weight: number; needed: boolean; da: string; en: string; daHelp: string | null; enHelp: string | null }
export type Guide = { version: number; threshold: number; questions: Question[] }

/** Propose the veteran coordinator · ask on, because what is not known could change it · nothing points there. */
export type Finding = 'propose' | 'ask' | 'nothing'
export type Outcome = { finding: Finding; /** The questions answered yes that count towards it, the heaviest first. */ led: Question[]; /** Those that are not known and could change it, the heaviest first. */ open: Question[] }

const heaviest = (questions: Question[]): Question[] => [...questions].sort((a, b) => Number(b.needed) - Number(a.needed) || b.weight - a.weight)

/**
 * What the answers come to, and which of them led there. A help to notice, not a diagnosis: the sum of the weights of what was answered yes, with the needed ones among them,
 * against the guide's own threshold. What is missing is never counted as a no: where it could make the difference, the guide says to ask on.
 */
export function outcomeOf({ questions, threshold }: Pick<Guide, 'questions' | 'threshold'>, given: Readonly<Record<string, Answer>>): Outcome {
  const answerTo = ({ code }: Question): Answer => given[code] ?? 'not-asked'
  const yes = questions.filter((question) => answerTo(question) === 'yes')
  const missing = questions.filter((question) => answerTo(question) === 'unknown' || answerTo(question) === 'not-asked')
  const sum = (some: Question[]) => some.reduce((total, { weight }) => total + weight, 0)
  if (questions.some((question) => question.needed && answerTo(question) === 'no')) return { finding: 'nothing', led: [], open: [] }
  const needed = questions.every((question) => !question.needed || answerTo(question) === 'yes')
  if (needed && sum(yes) >= threshold) return { finding: 'propose', led: heaviest(yes), open: [] }
  if (sum(yes) + sum(missing) >= threshold) return { finding: 'ask', led: heaviest(yes), open: heaviest(missing) }
  return { finding: 'nothing', led: heaviest(yes), open: [] }
}
