import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { settleMail } from '@/lib/outreach/mails/actions'
import type { OpenMail } from '@/lib/outreach/mails/queries'
import { settlementsOf } from '@/lib/outreach/mails/rules'
import { formatMoment } from '@/lib/platform/dates'

/** Mails in doubt and mails that were refused. Every answer is a button and none is chosen beforehand. */
export async function MailList({ rows, total, home }: { rows: OpenMail[]; total: number; home: string }) {
  const t = await getTranslations('mails')
  const locale = await getLocale()
  const name: Column<OpenMail> = { key: 'name', header: t('name'), rowHeader: true, cell: (row) => row.name }
  const recipient: Column<OpenMail> = { key: 'recipient', header: t('recipient'), cell: (row) => row.recipient }
  const subject: Column<OpenMail> = { key: 'subject', header: t('subject'), cell: (row) => row.subject }
  const when: Column<OpenMail> = { key: 'when', header: t('when'), cell: (row) => formatMoment(row.createdAt, locale, 'short') }
  const settle: Column<OpenMail> = { key: 'settle', header: t('settle'), hideHeader: true, cell: (row) => (
    <span className="form-actions">
      {settlementsOf(row.state).map((settlement) => <ActionButton key={settlement} action={settleMail} values={{ messageId: row.id, settlement }} size="small">{t(settlement)}</ActionButton>)}
    </span>
  ) }
  const key: Column<OpenMail> = { key: 'key', header: t('key'), cell: (row) => <code className="text-sm">{row.key}</code> }
  const why: Column<OpenMail> = { key: 'why', header: t('why'), cell: (row) => (t.has(`failure.${row.errorCode}`) ? t(`failure.${row.errorCode}`) : t('failure.other', { code: row.errorCode ?? '' })) }
  const parts = [
    { state: 'UNCERTAIN', text: 'doubt', empty: 'noDoubt', columns: [name, recipient, subject, when, key, settle] },
    { state: 'FAILED', text: 'failed', empty: 'noFailed', columns: [name, recipient, subject, when, why, settle] },
  ] as const
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} above={<BackLink href="/">{home}</BackLink>} />
      {parts.map(({ state, text, empty, columns }) => {
        const mails = rows.filter((row) => row.state === state)
        const title = t(`${text}Title`, { count: mails.length })
        return (
          <section key={state} className="mb-8">
            <h2>{title}</h2>
            <p className="mb-3 max-w-text text-muted">{t(`${text}How`)}</p>
            <DataTable caption={title} columns={[...columns]} rows={mails} rowKey={(row) => row.id} rowHref={(row) => `/people/${row.personId}`} empty={<EmptyState title={t(empty)} good />} />
          </section>
        )
      })}
      {total > rows.length && <p>{t('more', { shown: rows.length, total })}</p>}
    </>
  )
}
