import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { endMatch } from '@/lib/volunteering/matches/actions'
import type { Match } from '@/lib/volunteering/matches/sql'
import { endCauses, endedBy } from '@/lib/volunteering/matches/rules'

/** How a match ended: who ended it, why, whether they ever met and how it went, and whether somebody else is to be found at once. */
export function EndPage({ match: m }: { match: Match }) {
  const t = useTranslations('matches')
  const to = `/volunteers/matches/${m.id}`
  const options = <T extends string>(of: readonly T[], key: string) => of.map((value) => ({ value, label: t(`${key}.${value}` as never) }))
  return (
    <>
      <PageHeading above={<BackLink href={to}>{t('back')}</BackLink>} title={t('end.title')} lead={t('end.lead')} />
      <div className="card max-w-3xl p-(--card-pad)">
        <FieldsForm action={endMatch} hidden={{ matchId: m.id }} submit={t('end.submit')} cancel={{ href: to, label: t('end.cancel') }} fields={[
          { type: 'radio', name: 'endedBy', label: t('end.by'), options: options(endedBy, 'by') },
          { type: 'radio', name: 'cause', label: t('end.cause'), help: t('end.causeHelp'), options: options(endCauses, 'causes') },
          { type: 'radio', name: 'met', label: t('everMet'), options: options(['yes', 'no', 'unknown'] as const, 'met') },
          { type: 'select', name: 'rating', label: t('end.rating'), help: t('end.ratingHelp'), options: (['1', '2', '3', '4', '5'] as const).map((value) => ({ value, label: t(`ratings.${value}`) })), placeholder: t('notSaid'), optional: true },
          { type: 'area', name: 'words', label: t('end.words'), help: t('end.wordsHelp'), max: 1000, optional: true },
          { type: 'tick', name: 'again', label: t('end.again'), help: t('end.againHelp'), checked: false },
        ]} />
      </div>
    </>
  )
}
