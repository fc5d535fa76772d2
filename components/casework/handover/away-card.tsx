import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { Meanwhile } from '@/lib/casework/handover/cover/sql'
import { formatDay } from '@/lib/platform/dates'

/** While you were away: with whom something was done, by whom. Nothing when there was no absence. */
export async function AwayCard({ found }: { found: Meanwhile | null }) {
  const [t, locale] = await Promise.all([getTranslations('casework.cover'), getLocale()])
  if (!found) return null
  return (
    <Card title={t('meanwhile')}>
      <p className="mb-2 text-sm text-muted">{t('meanwhileLead', { from: formatDay(found.from, locale, 'short'), to: formatDay(found.to, locale, 'short') })}</p>
      {found.people.length === 0 ? <p>{t('meanwhileNone')}</p> : (
        <ul className="divide-y divide-line">
          {found.people.map((one) => (
            <li key={`${one.id}${one.cover}`} className="py-1.5"><a href={`/people/${one.id}/contacts`}>{one.name}</a> <span className="text-muted">· {t('did', { name: one.cover })} {[one.contacts > 0 && t('didContacts', { count: one.contacts }), one.tasks > 0 && t('didTasks', { count: one.tasks }), one.states > 0 && t('didStates', { count: one.states })].filter(Boolean).join(', ')}</span></li>
          ))}
        </ul>
      )}
    </Card>
  )
}
