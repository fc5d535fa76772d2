import { getLocale, getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import type { EventDetail } from '@/lib/outreach/events/queries'
import type { InvitationGround } from '@/lib/outreach/runs/invitations/queries'
import { InvitationRunForm } from './invitation-run-form'

/** How many still need an invitation on paper or in Digital Post, and three answers that are filled in beforehand. */
export async function InvitationRunPage({ event, ground: { templates, open, invited, reached, letterDate } }: { event: EventDetail; ground: InvitationGround }) {
  const [t, form, locale] = await Promise.all([getTranslations('runs.invitations'), getTranslations('runs.new'), getLocale()])
  const title = locale === 'en' ? event.titleEn : event.titleDa
  const texts = { name: form('name'), letterDate: form('letterDate'), letterHelp: form('letterHelp'), template: form('template'), submit: t('submit'), back: t('back') }
  const approved = templates.filter((template) => template.approved)
  const usual = approved.find((template) => template.code === event.kind) ?? approved[0]
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} above={<BackLink href={`/outreach/year-wheel/${event.id}`}>{title}</BackLink>} />
      {open && <Alert tone="warning" title={form('openTitle', { name: open.name })} actions={<LinkButton href={`/outreach/runs/${open.id}`} size="small">{form('openGo')}</LinkButton>}>{form('openBody')}</Alert>}
      {!open && !usual && <Alert tone="warning" title={form('noTemplate')} actions={<LinkButton href="/outreach/templates" size="small">{form('toTemplates')}</LinkButton>} />}
      {!open && !event.invitedAt && <Alert tone="info" title={t('noList')} />}
      {!open && usual && event.invitedAt && (
        <>
          <p className="font-semibold">{t('count', { count: invited - reached, invited })}</p>
          <p className="mb-5 text-muted">{t('mailFirst')}</p>
          {invited > reached && (
            <InvitationRunForm texts={texts} eventId={event.id} templates={approved.map((template) => ({ value: template.id, label: locale === 'en' ? template.nameEn : template.nameDa }))}
              defaults={{ name: t('defaultName', { event: title }), letterDate, template: usual.id }} />
          )}
        </>
      )}
    </>
  )
}
