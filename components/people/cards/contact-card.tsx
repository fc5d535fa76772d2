import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { Tag } from '@/components/ui/tag'
import { endContact } from '@/lib/people/contacts/actions'
import { formatPhone } from '@/lib/people/phones/rules'
import type { ContactFact } from '@/lib/people/record/facts/sql'
import { ChangedText, EditLink, FactRow, Former, Nothing, PeriodText } from './card-parts'
import type { CardProps } from './personal-card'

/** Only as the person allows: what may not be used is said, and is no link. */
export function ContactCard({ bar, facts, mayUpdate }: CardProps) {
  const t = useTranslations('people')
  const current = facts.contacts.filter((contact) => !contact.toDay)
  const former = facts.contacts.filter((contact) => contact.toDay)
  return (
    <Card title={t('card.contact')} changed={facts.changed.contact_point && <ChangedText changed={facts.changed.contact_point} />} actions={<EditLink may={mayUpdate} personId={bar.id} section="contact" label={t('card.add')} />}>
      {current.length === 0 && <Nothing />}
      <ul>
        {current.map((contact) => (
          <FactRow key={contact.id} actions={<><EditLink may={mayUpdate} personId={bar.id} section="contact" row={contact.id} label={t('card.edit')} />{mayUpdate && <ActionButton action={endContact} variant="quiet" size="small" values={{ personId: bar.id, row: contact.id, version: String(contact.version) }}>{t('card.end')}</ActionButton>}</>}>
            <ContactValue contact={contact} />
          </FactRow>
        ))}
      </ul>
      <Former count={former.length}><ul>{former.map((contact) => <FactRow key={contact.id}>{shown(contact)} <PeriodText {...contact} /></FactRow>)}</ul></Former>
    </Card>
  )
}

export function ContactValue({ contact }: { contact: ContactFact }) {
  const t = useTranslations('people')
  const phone = contact.kind === 'PHONE'
  const look = phone ? 'tabular' : undefined
  if (!contact.allowed) return <><span className={look}>{shown(contact)}</span> <Tag tone="warning">{t('card.notAllowed')}</Tag></>
  return <><a href={`${phone ? 'tel' : 'mailto'}:${contact.value}`} className={look}>{shown(contact)}</a> <CopyButton text={contact.value} what={t(phone ? 'bar.phone' : 'field.email')} /></>
}

function shown(contact: ContactFact): string {
  return contact.kind === 'PHONE' ? formatPhone(contact.value) : contact.value
}
