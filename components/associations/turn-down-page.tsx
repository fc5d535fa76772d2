import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { turnDownSignup } from '@/lib/associations/signup/actions'

/** Saying no to an association that signed up: afterwards nobody can be called, and the page says so first. */
export function TurnDownPage({ association, signupId }: { association: { id: string; name: string }; signupId: string }) {
  const t = useTranslations('associations')
  const back = `/associations/${association.id}`
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t('backToOne')}</BackLink>} title={`${t('signup.turnDown')}: ${association.name}`} />
      <div className="max-w-3xl space-y-4">
        <Alert tone="warning">{t('signup.forgets')}</Alert>
        <div className="card p-(--card-pad)"><FieldsForm action={turnDownSignup} fields={[{ type: 'area', name: 'reason', label: t('signup.reason'), help: t('signup.reasonHelp'), max: 500 }]} hidden={{ signupId }} submit={t('signup.turnDown')} cancel={{ href: back, label: t('cancel') }} /></div>
      </div>
    </>
  )
}
