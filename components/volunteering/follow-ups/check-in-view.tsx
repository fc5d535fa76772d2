import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { answerCheckIn } from '@/lib/volunteering/follow-ups/check-ins/actions'
import type { OpenCheckIn } from '@/lib/volunteering/follow-ups/check-ins/check-in-page'
import { meetings } from '@/lib/volunteering/follow-ups/rules'
import { CallLine } from '../matches/call-line'

/** Two questions about how it goes, and whom one can ring. Nothing is chosen beforehand. */
export function CheckInView({ code, open }: { code: string; open: OpenCheckIn }) {
  const t = useTranslations('matches')
  return (
    <>
      <header className="mb-6 max-w-text">
        <h1>{t('checkIn.title')}</h1>
        <p className="mt-3 text-lg">{t(`checkIn.lead.${open.side}`)}</p>
      </header>
      <FieldsForm action={answerCheckIn} hidden={{ code }} submit={t('question.submit')} fields={[
        { type: 'radio', name: 'meets', label: t('checkIn.meets'), options: meetings.map((value) => ({ value, label: t(`meets.${value}`) })) },
        { type: 'radio', name: 'safe', label: t('checkIn.safe'), help: t('checkIn.safeHelp'), options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`safe.${value}`) })) },
        { type: 'area', name: 'words', label: t('checkIn.words'), help: t('checkIn.wordsHelp'), max: 1000, optional: true },
      ]} />
      <p className="mt-6 text-muted"><CallLine {...open.by} /></p>
    </>
  )
}
