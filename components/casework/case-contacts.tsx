import { useTranslations } from 'next-intl'
import { MomentText } from '@/components/ui/moment-text'
import type { CaseContacts } from '@/lib/casework/cases/queries'

/** The newest entries of the log that name the case, each with the way to it, and the way to all of them. */
export function CaseContactList({ personId, contacts }: { personId: string; contacts: CaseContacts }) {
  const t = useTranslations('casework')
  const href = `/people/${personId}/contacts`
  return (
    <>
      <ul className="space-y-1">
        {contacts.newest.map(({ id, outcome, channel, at }) => <li key={id}><a href={`${href}#contact-${id}`}><MomentText moment={at} /></a> {t(outcome === 'tried' ? `log.tried.${channel}` : `channel.${channel}`)} · {t(`outcome.${outcome}`)}</li>)}
      </ul>
      {contacts.count > contacts.newest.length && <p className="mt-2"><a href={href}>{t('cases.allContacts')}</a></p>}
    </>
  )
}
