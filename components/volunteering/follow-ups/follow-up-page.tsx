import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import type { Day } from '@/lib/platform/day'
import { followUpMatch } from '@/lib/volunteering/follow-ups/actions'
import { outcomes, withWhom } from '@/lib/volunteering/follow-ups/rules'
import type { FollowedMatch } from '@/lib/volunteering/matches/sql'

/** What came of asking how a match goes. */
export function FollowUpPage({ match: m, today }: { match: FollowedMatch; today: Day }) {
  const t = useTranslations('matches')
  const to = `/volunteers/matches/${m.id}`
  return (
    <>
      <PageHeading above={<BackLink href={to}>{t('back')}</BackLink>} title={t('followUp.title')} lead={t('followUp.lead')} />
      <div className="card max-w-3xl p-(--card-pad)">
        <FieldsForm action={followUpMatch} hidden={{ matchId: m.id, number: String(m.followUps.length + 1) }} submit={t('followUp.submit')} cancel={{ href: to, label: t('end.cancel') }} fields={[
          { type: 'radio', name: 'withWhom', label: t('followUp.with'), options: withWhom.map((value) => ({ value, label: t(`withWhom.${value}`) })) },
          { type: 'radio', name: 'outcome', label: t('followUp.outcome'), options: outcomes.map((value) => ({ value, label: t(`outcome.${value}`), help: value === 'stuck' ? t('followUp.stuckHelp') : undefined })) },
          { type: 'date', name: 'onDay', label: t('followUp.on'), value: today },
          { type: 'area', name: 'words', label: t('followUp.words'), help: t('end.wordsHelp'), max: 1000, optional: true },
        ]} />
      </div>
    </>
  )
}
