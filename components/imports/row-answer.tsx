import { useLocale, useTranslations } from 'next-intl'
import { answersFor, decisionText, readDecision } from '@/lib/imports/batches/rules'
import type { Decision } from '@/lib/imports/rows/verdict'
import { decideRow } from '@/lib/people/register-import/decisions/actions'
import type { Candidate, RowLine } from '@/lib/people/register-import/queries'
import { formatDay } from '@/lib/platform/dates'
import { AnswerForm } from './answer-form'

type Props = { batch: string; row: RowLine; people: Candidate[]; back: string }

/** What can be answered about a doubtful row, each answer a button; or the answer that was given, with the way back. */
export function RowAnswer({ batch, row, people, back }: Props) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const given = readDecision(row.decision)
  if (!given && row.verdict !== 'DOUBTFUL') return null
  const named = (id: string) => people.find((person) => person.id === id)
  const facts = (person: Candidate) => [person.birthDate && t('row.born', { date: formatDay(person.birthDate, locale, 'short') }), person.town].filter(Boolean).join(', ')
  const label = (answer: Decision): string => {
    if (answer.as === 'skip') return t('answer.skip')
    if (answer.as === 'new') return t('answer.new')
    const person = named(answer.personId)
    // One person of exactly this name needs no more words; several are told apart by birth and town.
    const alone = row.candidates.length === 1 && person?.name === row.label.name
    const name = person ? `${person.name}${!alone && facts(person) ? ` (${facts(person)})` : ''}` : t('row.unnamed')
    if (answer.acceptAddress) return t('answer.personAddress', { name })
    return row.heldBack.length > 0 ? t('answer.personKeep', { name }) : t('answer.person', { name })
  }
  const hidden = { batch, row: String(row.number), back }
  if (given) return <AnswerForm action={decideRow} hidden={hidden} said={t('answer.given', { answer: label(given) })} about={t('answer.about', { row: row.number })} answers={[{ value: '', label: t('answer.takeBack') }]} />
  const answers = answersFor({ ...row, row: row.number }).map((answer) => ({ value: decisionText(answer), label: label(answer) }))
  return <AnswerForm action={decideRow} hidden={hidden} about={t('answer.about', { row: row.number })} answers={answers} />
}
