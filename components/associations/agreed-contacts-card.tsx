import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { addAgreedContact, endAgreedContact } from '@/lib/associations/agreed-contacts/actions'
import type { AgreedContact } from '@/lib/associations/agreed-contacts/sql'
import type { OpenAgreement } from '@/lib/associations/signed/queries'
import { formatPhone } from '@/lib/people/phones/rules'

const sides = ['association', 'municipality'] as const

/** Whom one turns to about the agreement, on either side, and choosing them. A side without anybody is said. */
export function AgreedContactsCard({ found: { association, agreement, choices }, mayManage }: { found: OpenAgreement; mayManage: boolean }) {
  const t = useTranslations('associations')
  const ids = { associationId: association.id, partnershipId: agreement.id }
  const labels = { association: association.name, municipality: t('agreedContact.municipality') }
  return (
    <Card title={t('agreedContact.title')}>
      <dl className="space-y-4">{sides.map((side) => {
        const rows = agreement.contacts.filter((one) => one.side === side)
        return (
          <div key={side}>
            <dt className="font-semibold">{labels[side]}</dt>
            {rows.length === 0 && <dd className="text-muted">{t('agreedContact.nobody')}</dd>}
            {rows.map((one) => (
              <dd key={one.id} className="mt-1 flex flex-wrap items-center justify-between gap-2">
                <div>{one.name}{one.title && `, ${one.title}`} {one.gone && <Tag tone="warning">{t(`agreedContact.gone.${side}`)}</Tag>}<span className="block text-sm">{one.phone && <a href={`tel:${one.phone}`}>{formatPhone(one.phone)}</a>}{one.phone && one.email && ' · '}{one.email && <a href={`mailto:${one.email}`}>{one.email}</a>}</span></div>
                {mayManage && <span className="no-print"><ActionButton action={endAgreedContact} values={{ ...ids, agreedContactId: one.id }} size="small" variant="quiet">{t('endContact')}</ActionButton></span>}
              </dd>
            ))}
          </div>
        )
      })}</dl>
      {mayManage && <div className="no-print mt-4"><FieldsForm action={addAgreedContact} hidden={ids} submit={t('agreedContact.add')} variant="secondary" fields={[
        { type: 'select', name: 'associationContactId', label: t('agreedContact.ofAssociation'), options: choices.contacts.map(({ id, name }) => ({ value: id, label: name })), placeholder: t('agreedContact.none'), optional: true },
        { type: 'select', name: 'userId', label: t('agreedContact.ofMunicipality'), options: choices.staff.map(({ id, name, title }) => ({ value: id, label: [name, title].filter(Boolean).join(', ') })), placeholder: t('agreedContact.none'), optional: true },
      ]} /></div>}
    </Card>
  )
}

/** Those who are to be talked with, in one line; nothing where nobody is chosen. */
export function ContactLine({ contacts }: { contacts: readonly Pick<AgreedContact, 'name' | 'gone'>[] }) {
  const t = useTranslations('associations.agreedContact')
  const names = contacts.filter(({ gone }) => !gone).map(({ name }) => name).join(', ')
  return names && <span className="block text-sm">{t('line', { names })}</span>
}
