import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { MERGE_FIELDS } from '@/lib/messaging/letters/template'
import { approveDraft, discardDraft, startDraft } from '@/lib/messaging/templates/actions'
import { BLOCK_FIELDS, BLOCK_KINDS, fieldOf, LONG_FIELDS } from '@/lib/messaging/templates/blocks'
import type { VersionDetails } from '@/lib/messaging/templates/queries'
import { formatMoment } from '@/lib/platform/dates'
import { DraftForm } from './draft-form'

type Props = { version: VersionDetails; userId: string; mayEdit: boolean }

/** One version of one letter. Approved, it is read; as a draft, it is written, and approved by somebody else. */
export async function VersionPage({ version, userId, mayEdit }: Props) {
  const t = await getTranslations('templates')
  const locale = await getLocale()
  const draft = version.status === 'DRAFT'
  const id = { versionId: version.id }
  const tone = draft ? 'warning' : version.status === 'APPROVED' ? 'success' : 'neutral'
  const actions = <><LinkButton href={`/outreach/templates/preview/${version.id}`} download={false}>{t('preview')}</LinkButton>{mayEdit && !draft && <ActionButton action={startDraft} values={id} variant="primary">{t('change')}</ActionButton>}</>
  return (
    <>
      <PageHeading title={locale === 'en' ? version.nameEn : version.nameDa} tags={<Tag tone={tone}>{t(`status.${version.status}`)}</Tag>} above={<BackLink href="/outreach/templates">{t('list.title')}</BackLink>} actions={actions}
        lead={version.approver && version.approvedAt ? t('page.approved', { language: t(`language.${version.language}`), version: version.version, by: version.approver, when: formatMoment(version.approvedAt, locale) }) : t('page.lead', { language: t(`language.${version.language}`), version: version.version, by: version.author ?? '–' })} />
      {draft && mayEdit && (
        <div className="mb-6">
          {version.createdBy === userId
            ? <Alert tone="info" title={t('page.ownTitle')} actions={<ActionButton action={discardDraft} values={id}>{t('discard')}</ActionButton>}>{t('page.own')}</Alert>
            : <Alert tone="warning" title={t('page.approveTitle')} actions={<><ActionButton action={approveDraft} values={id} variant="primary">{t('approve')}</ActionButton><ActionButton action={discardDraft} values={id}>{t('discard')}</ActionButton></>}>{t('page.approve', { by: version.author ?? '' })}</Alert>}
        </div>
      )}
      {draft && mayEdit ? <Draft version={version} /> : <Reading version={version} />}
    </>
  )
}

async function Draft({ version }: { version: VersionDetails }) {
  const t = await getTranslations('templates')
  const field = await getTranslations('messaging.letters.field')
  const blocks = version.blocks.map((block) => ({
    kind: block.kind,
    label: t(`block.${block.kind}`),
    fields: BLOCK_FIELDS[block.kind].map((name) => ({ name, label: t(`field.${name}`), value: fieldOf(block, name), long: LONG_FIELDS.includes(name) })),
  }))
  const keys = ['title', 'titleHelp', 'save', 'up', 'down', 'remove', 'add', 'legend'] as const
  const texts = Object.fromEntries(keys.map((key) => [key, key === 'legend' ? t.raw('form.legend') : t(`form.${key}`)])) as Record<(typeof keys)[number], string>
  return (
    <>
      <Explain summary={t('form.fields')}>
        <ul className="grid gap-x-6 sm:grid-cols-2">{Object.keys(MERGE_FIELDS).map((name) => <li key={name}><code>{`{{${name}}}`}</code> {field(name)}</li>)}</ul>
      </Explain>
      <DraftForm versionId={version.id} seen={version.seen} language={version.language} title={version.title} blocks={blocks} kinds={BLOCK_KINDS.map((kind) => ({ kind, label: t(`block.${kind}`) }))} texts={texts} />
    </>
  )
}

async function Reading({ version }: { version: VersionDetails }) {
  const t = await getTranslations('templates')
  const name = await getTranslations('messaging.letters.field')
  const readable = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (code, field: string) => (name.has(field) ? `[${name(field)}]` : code))
  return (
    <article lang={version.language} className="card max-w-3xl"><div className="card-body space-y-4">
      <h2>{readable(version.title)}</h2>
      {version.blocks.map((block, index) => (
        <section key={index}>
          <p className="eyebrow">{t(`block.${block.kind}`)}</p>
          <ReadFields texts={BLOCK_FIELDS[block.kind].filter((field) => !field.startsWith('labels.') && fieldOf(block, field)).map((field) => ({ field, label: t(`field.${field}`), text: readable(fieldOf(block, field)) }))} />
        </section>
      ))}
    </div></article>
  )
}

/** What a block says. One of several texts needs to be told apart: what stands with a booked time never stands beside the other. */
function ReadFields({ texts }: { texts: { field: string; label: string; text: string }[] }) {
  if (texts.length === 1) return <p className="max-w-text whitespace-pre-line">{texts[0]?.text}</p>
  return <dl className="space-y-1">{texts.map(({ field, label, text }) => <div key={field}><dt className="text-sm text-muted">{label}</dt><dd className="max-w-text whitespace-pre-line">{text}</dd></div>)}</dl>
}
