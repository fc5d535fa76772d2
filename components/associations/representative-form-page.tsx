import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { tieRepresentative } from '@/lib/associations/representatives/actions'
import type { FreeRepresentative } from '@/lib/associations/representatives/queries'

/** Who may sign in for the association: one of the users who have the role and speak for no other. */
export function RepresentativeFormPage({ association, users }: { association: { id: string; name: string }; users: FreeRepresentative[] }) {
  const t = useTranslations('associations')
  const back = `/associations/${association.id}`
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t('backToOne')}</BackLink>} title={`${t('representative.add')}: ${association.name}`} lead={t('representative.addLead')} />
      {users.length === 0 ? <EmptyState title={t('representative.nobody')}>{t('representative.nobodyLead')}</EmptyState> : (
        <div className="card max-w-3xl p-(--card-pad)"><FieldsForm action={tieRepresentative} hidden={{ associationId: association.id }} submit={t('save')} cancel={{ href: back, label: t('cancel') }} fields={[
          { type: 'radio', name: 'userId', label: t('representative.who'), options: users.map(({ id, name, email }) => ({ value: id, label: name, help: email })) },
          { type: 'date', name: 'until', label: t('representative.until'), help: t('representative.untilHelp'), value: null, optional: true },
        ]} /></div>
      )}
    </>
  )
}
