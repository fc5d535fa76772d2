import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { formatPhone } from '@/lib/people/phones/rules'
import type { OwnContact } from '@/lib/volunteering/own/queries'

/** Whom to call: the one who knows the volunteer, and the unit. */
export function OwnContactCard({ contact }: { contact: OwnContact }) {
  const t = useTranslations('ownPage.contact')
  const call = (number: string) => <a href={`tel:${number.replace(/\s/g, '')}`}>{formatPhone(number)}</a>
  return (
    <Card title={t('title')}>
      {contact.person && <p className="text-lg"><strong>{contact.person}</strong>{contact.personPhone && <> · {call(contact.personPhone)}</>}</p>}
      <p>{contact.unit}{contact.phone && <> · {call(contact.phone)}</>}</p>
      {contact.email && <p><a href={`mailto:${contact.email}`}>{contact.email}</a></p>}
      <p className="mt-3 max-w-text text-muted">{t('danger')}</p>
    </Card>
  )
}
