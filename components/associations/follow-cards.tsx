import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { OpenAssociation } from '@/lib/associations/register/queries'
import { endRepresentative } from '@/lib/associations/representatives/actions'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { ContactLine } from './agreed-contacts-card'
import { DialogueStanding } from './dialogue-standing'

/** When the association is met next, and what is still to be done after the last time. */
export function DialogueCard({ found: { association, agreements, dialogue, open } }: { found: OpenAssociation }) {
  const t = useTranslations('associations.dialogue')
  const href = `/associations/${association.id}/dialogue`
  return (
    <Card title={t('title')} actions={<LinkButton href={href} size="small">{t('all')}</LinkButton>}>
      <DialogueStanding next={dialogue} />
      <ContactLine contacts={agreements[0]?.contacts ?? []} />
      {open > 0 && <p className="mt-2"><a href={href}>{t('open', { count: open })}</a></p>}
    </Card>
  )
}

/** Who signs in for the association and keeps its page. */
export function RepresentativesCard({ found: { association, representatives }, today, mayManage }: { found: OpenAssociation; today: Day; mayManage: boolean }) {
  const [t, locale] = [useTranslations('associations.representative'), useLocale()]
  return (
    <Card title={t('title')} actions={mayManage && <LinkButton href={`/associations/${association.id}/representative`} size="small" icon="plus">{t('add')}</LinkButton>}>
      {representatives.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="space-y-2">{representatives.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-2">
          <div><strong>{one.name}</strong> <span className="block text-sm text-muted">{[one.email, one.toDay ? t('period', { from: formatDay(one.fromDay, locale, 'short'), to: formatDay(one.toDay, locale, 'short') }) : t('since', { day: formatDay(one.fromDay, locale, 'short') })].join(' · ')}</span></div>
          {mayManage && (!one.toDay || one.toDay >= today) && <ActionButton action={endRepresentative} values={{ associationId: association.id, representativeId: one.id }} size="small" variant="quiet">{t('end')}</ActionButton>}
        </li>
      ))}</ul>
    </Card>
  )
}

/** How it goes with the association, day by day: for those who lead volunteers, and never for the association. */
export function NotesCard({ found: { association, notes }, mayManage }: { found: OpenAssociation; mayManage: boolean }) {
  const [t, locale] = [useTranslations('associations.note'), useLocale()]
  return (
    <Card title={t('title')} actions={mayManage && <LinkButton href={`/associations/${association.id}/note`} size="small" icon="plus">{t('add')}</LinkButton>}>
      <p className="text-sm text-muted">{t('lead')}</p>
      {notes.length === 0 && <p className="mt-2 text-muted">{t('none')}</p>}
      <ol className="mt-3 space-y-3">{notes.map((one) => (
        <li key={one.id}>
          <p className="text-sm text-muted">{[formatDay(one.onDay, locale), t(`about.${one.about}`), one.by].filter(Boolean).join(' · ')}</p>
          <p className="max-w-text whitespace-pre-line">{one.words}</p>
        </li>
      ))}</ol>
    </Card>
  )
}
