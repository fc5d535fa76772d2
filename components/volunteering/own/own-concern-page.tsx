import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { raiseOwnConcern } from '@/lib/volunteering/concerns/actions'
import { concernKinds } from '@/lib/volunteering/concerns/rules'
import type { OwnMatch } from '@/lib/volunteering/own/queries'

/** Something is wrong: what kind, and in one's own words. Read by those who lead volunteers, and by nobody the volunteer meets. */
export function OwnConcernPage({ match }: { match: OwnMatch }) {
  const [t, all] = [useTranslations('ownPage'), useTranslations('volunteering')]
  return (
    <>
      <PageHeading above={<BackLink href="/min-side">{t('back')}</BackLink>} title={t('concern.title')} lead={t('concern.lead', { name: match.firstName })} />
      <Alert tone="warning">{t('contact.danger')}</Alert>
      <div className="card mt-5 p-(--card-pad)">
        <FieldsForm action={raiseOwnConcern} hidden={{ ownMatch: match.id }} submit={t('concern.send')} cancel={{ href: '/min-side', label: all('form.cancel') }} fields={[
          { type: 'radio', name: 'kind', label: t('concern.kindLabel'), options: concernKinds.map((value) => ({ value, label: t(`concern.kind.${value}`) })) },
          { type: 'area', name: 'words', label: t('concern.words'), help: t('concern.wordsHelp'), max: 2000 },
        ]} />
      </div>
    </>
  )
}
