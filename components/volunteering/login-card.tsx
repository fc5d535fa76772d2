import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { formatMoment } from '@/lib/platform/dates'
import { endLogin, giveLogin } from '@/lib/volunteering/logins/actions'
import { loginRefusal } from '@/lib/volunteering/logins/rules'
import type { OpenVolunteer } from '@/lib/volunteering/volunteers/queries'

/** Whether the volunteer signs in, by which address, and the two things to do about it. */
export function LoginCard({ found: { volunteer: v, standing, login, loginWaits: waits, ownAddress }, mayManage }: { found: OpenVolunteer; mayManage: boolean }) {
  const [t, locale] = [useTranslations('ownPage.login'), useLocale()]
  const refused = loginRefusal({ step: standing.step, email: v.email })
  const give = (words: string, follow = false) => <ActionButton action={giveLogin} values={{ volunteerId: v.id, ...(follow && { follow: 'on' }) }}>{words}</ActionButton>
  const waiting = waits && <p>{t('waits', { when: formatMoment(waits.askedAt, locale), by: waits.by ?? t('somebody') })}</p>
  // Whoever wrote the address asks somebody else to send the link (ADR 0052).
  const toRecord = (words: string, follow: boolean) => <>{waiting}{!(waits && ownAddress) && <>{ownAddress && <p className="max-w-text">{t('ownAddress', { email: v.email ?? '' })}</p>}{give(ownAddress ? t('ask') : words, follow)}</>}</>
  if (!login) return (
    <Card title={t('title')}>
      <p className="max-w-text text-muted">{t('none')}</p>
      {mayManage && <div className="mt-3 space-y-2">{refused ? <p>{t(`cannot.${refused}`)}</p> : <>{!ownAddress && <p className="max-w-text">{t('giveLead', { email: v.email ?? '' })}</p>}{toRecord(t('give'), false)}</>}</div>}
    </Card>
  )
  return (
    <Card title={t('title')}>
      <DescriptionList items={[
        { key: 'email', label: t('email'), value: login.email },
        { key: 'since', label: t('since'), value: formatMoment(login.openedAt, locale) },
        { key: 'last', label: t('last'), value: login.lastSignInAt ? formatMoment(login.lastSignInAt, locale) : t('never') },
      ]} />
      {login.invitedUntil && <p className="mt-2 text-muted">{t('invited', { when: formatMoment(login.invitedUntil, locale) })}</p>}
      {v.email !== null && v.email.toLowerCase() !== login.email.toLowerCase() && <div className="mt-3 space-y-2"><Alert tone="warning">{t('otherEmail')}</Alert>{mayManage && !refused && toRecord(t('follow'), true)}</div>}
      {mayManage && <div className="form-actions no-print mt-4">{!refused && give(t('again'))}<ActionButton action={endLogin} values={{ volunteerId: v.id }} variant="quiet">{t('end')}</ActionButton></div>}
    </Card>
  )
}
