import { useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import type { Day } from '@/lib/platform/day'
import type { Attorney, CompanionMeeting, CompanionStep } from '@/lib/volunteering/companions/queries'
import { companionRoles, holdsOn } from '@/lib/volunteering/companions/rules'
import { answers, questions, WORDS_MOST } from '@/lib/volunteering/companions/steps/rules'
import { dayOf } from '@/lib/platform/day'

/** What the preparation meeting goes through; empty fields begin with a text to fill in, later ones with what was written last. */
export function usePrepareFields(meeting: CompanionMeeting, last: CompanionStep | null, attorneys: Attorney[], today: Day): FieldSpec[] {
  const t = useTranslations('companions')
  const day = dayOf(meeting.startsAt)
  const roles = companionRoles.filter((role) => role !== 'representative' || attorneys.some((one) => holdsOn(one, day)))
  const agreed = last?.role ?? meeting.role
  return [
    { type: 'date', name: 'on', label: t('step.on'), value: today },
    { type: 'area', name: 'note', label: t('step.note'), help: t('step.noteHelp'), max: WORDS_MOST, optional: true, value: last ? (last.note ?? '') : t('template.note') },
    { type: 'area', name: 'agenda', label: t('step.agenda'), help: t('step.agendaHelp'), max: WORDS_MOST, optional: true, value: last ? (last.agenda ?? '') : t('template.agenda') },
    { type: 'radio', name: 'companionRole', label: t('step.role'), help: t('step.roleHelp'), options: roles.map((value) => ({ value, label: t(`role.${value}`), help: t(`roleAbout.${value}`) })), value: roles.includes(agreed) ? agreed : undefined },
  ]
}

/** Three questions in the citizen’s words, each with *do not know* beside the five, and room for what comes next. */
export function useFollowUpFields(last: CompanionStep | null, today: Day): FieldSpec[] {
  const t = useTranslations('companions')
  const value = (question: (typeof questions)[number]) => last && (last[question] === null ? 'unknown' : String(last[question]))
  return [
    { type: 'date', name: 'on', label: t('step.followedOn'), value: today },
    ...questions.map((name): FieldSpec => ({ type: 'radio', name, label: t(`question.${name}`), options: [...answers.map((one) => ({ value: one, label: t(`answer.${one}`) })), { value: 'unknown', label: t('answer.unknown') }], value: value(name) ?? undefined })),
    { type: 'area', name: 'note', label: t('step.after'), help: t('step.afterHelp'), max: WORDS_MOST, optional: true, value: last ? (last.note ?? '') : t('template.after') },
  ]
}
