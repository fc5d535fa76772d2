import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { endOwnContact } from '@/lib/associations/own/actions'
import type { OwnContact } from '@/lib/associations/own/queries'
import { formatPhone } from '@/lib/people/phones/rules'

/** Whom the municipality calls: kept by the association itself. */
export function OwnContactsCard({ contacts }: { contacts: OwnContact[] }) {
  const t = useTranslations('ownAssociation')
  return (
    <Card title={t('contacts')} actions={<LinkButton href="/min-forening/kontakt" size="small" icon="plus">{t('addContact')}</LinkButton>}>
      {contacts.length === 0 && <p className="text-muted">{t('noContacts')}</p>}
      <ul className="space-y-3">{contacts.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-2">
          <div><strong>{one.name}</strong>{one.title && `, ${one.title}`}<span className="block text-sm">{[one.phone && formatPhone(one.phone), one.email].filter(Boolean).join(' · ')}</span></div>
          <ActionButton action={endOwnContact} values={{ associationContactId: one.id }} size="small" variant="quiet">{t('endContact')}</ActionButton>
        </li>
      ))}</ul>
    </Card>
  )
}
