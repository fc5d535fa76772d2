import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { MomentText } from '@/components/ui/moment-text'
import { approveLogin, refuseLogin } from '@/lib/volunteering/logins/actions'
import type { AskedLogin } from '@/lib/volunteering/logins/queries'

/** Logins by an address that somebody of the staff wrote: another person gives them. Nothing where none waits. `mineOnly`: those the reader gives. */
export async function AskedLogins({ asked: all, mineOnly }: { asked: AskedLogin[]; mineOnly: boolean }) {
  const [t, login] = [await getTranslations('ownPage.asked'), await getTranslations('ownPage.login')]
  const asked = all.filter(({ own }) => !mineOnly || !own)
  if (asked.length === 0) return mineOnly ? <EmptyState title={t('none')} good /> : null
  return (
    <section className="mt-8">
      <h2 className="mb-2">{t('title')}</h2>
      <p className="mb-4 max-w-text text-muted">{t('lead')}</p>
      <ul className="space-y-4">
        {asked.map((one) => (
          <li key={one.id}>
            <Card title={t('who', { number: one.number, email: one.email })} level={3}>
              {one.former && <p>{t('former', { email: one.former })}</p>}
              <p className="text-muted">{t.rich('by', { by: one.by ?? login('somebody'), when: () => <MomentText moment={one.askedAt} look="short" /> })}</p>
              {one.own ? <p className="mt-2 text-muted">{t('own')}</p> : (
                <div className="form-actions mt-4">
                  <ActionButton action={approveLogin} values={{ loginRequestId: one.id }}>{t('give')}</ActionButton>
                  <ActionButton action={refuseLogin} values={{ loginRequestId: one.id }}>{t('refuse')}</ActionButton>
                </div>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}
