import { useLocale, useTranslations } from 'next-intl'
import { MomentText } from '@/components/ui/moment-text'
import type { CaseContacts } from '@/lib/casework/cases/queries'
import { entryTitle } from './entry-title'

/** The newest entries of the log that name the case, each with the way to it, and the way to all of them. */
export function CaseContactList({ personId, contacts }: { personId: string; contacts: CaseContacts }) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  const href = `/people/${personId}/contacts`
  return (
    <>
      <ul className="space-y-1">
        {contacts.newest.map((one) => <li key={one.id}><a href={`${href}#contact-${one.id}`}><MomentText moment={one.at} /></a> {entryTitle(one, t, locale)} · {t(`outcome.${one.outcome}`)}</li>)}
      </ul>
      {contacts.count > contacts.newest.length && <p className="mt-2"><a href={href}>{t('cases.allContacts')}</a></p>}
    </>
  )
}
