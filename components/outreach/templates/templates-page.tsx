import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { startDraft } from '@/lib/messaging/templates/actions'
import type { TemplateLine, VersionLine } from '@/lib/messaging/templates/queries'
import { formatMoment } from '@/lib/platform/dates'

/** The municipality's letters: which text is in use in each language, what is being written, and what came before. */
export async function TemplatesPage({ templates, mayEdit }: { templates: TemplateLine[]; mayEdit: boolean }) {
  const t = await getTranslations('templates')
  const locale = await getLocale()
  if (templates.length === 0) return <><PageHeading title={t('list.title')} /><EmptyState title={t('list.empty')} /></>
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} above={<BackLink href="/outreach/runs">{t('list.runs')}</BackLink>} />
      <div className="space-y-6">
        {templates.map((template) => (
          <Card key={template.id} title={locale === 'en' ? template.nameEn : template.nameDa}>
            <ul className="space-y-4">
              {[...new Set(template.versions.map((version) => version.language))].map((language) => (
                <Language key={language} language={language} versions={template.versions.filter((version) => version.language === language)} mayEdit={mayEdit} locale={locale} />
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </>
  )
}

async function Language({ language, versions, mayEdit, locale }: { language: string; versions: VersionLine[]; mayEdit: boolean; locale: string }) {
  const t = await getTranslations('templates')
  const approved = versions.find((version) => version.status === 'APPROVED')
  const draft = versions.find((version) => version.status === 'DRAFT')
  const older = versions.filter((version) => version.status === 'RETIRED')
  const current = approved ?? draft
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 border-t border-line pt-3 first:border-0 first:pt-0">
      <div className="min-w-0">
        <p className="font-semibold">{current && <a href={`/outreach/templates/${current.id}`} lang={language}>{current.title}</a>} <span className="font-normal text-muted">· {t(`language.${language}`)}</span></p>
        {approved && <p className="text-sm"><Tag tone="success">{t('status.APPROVED')}</Tag> {approved.approver && approved.approvedAt ? t('list.approved', { version: approved.version, by: approved.approver, when: formatMoment(approved.approvedAt, locale, 'short') }) : t('list.version', { version: approved.version })}</p>}
        {draft && <p className="text-sm"><Tag tone="warning">{t('status.DRAFT')}</Tag> <a href={`/outreach/templates/${draft.id}`}>{t('list.draft', { version: draft.version, by: draft.author ?? '' })}</a></p>}
        {older.length > 0 && <p className="text-sm text-muted">{t('list.older')} {older.map((version, index) => <span key={version.id}>{index > 0 && ', '}<a href={`/outreach/templates/${version.id}`}>{version.version}</a></span>)}</p>}
      </div>
      <div className="form-actions">
        {current && <LinkButton href={`/outreach/templates/preview/${current.id}`} download={false} size="small">{t('preview')}</LinkButton>}
        {mayEdit && current && <ActionButton action={startDraft} values={{ versionId: current.id }} size="small">{draft ? t('goOn') : t('change')}</ActionButton>}
      </div>
    </li>
  )
}
