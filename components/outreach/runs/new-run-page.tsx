import { getLocale, getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import type { runChoices } from '@/lib/outreach/runs/queries'
import { formatMonth } from '@/lib/platform/dates'
import { NewRunForm } from './new-run-form'

type Props = { choices: Awaited<ReturnType<typeof runChoices>> }

/** Four answers, all filled in beforehand with what is right most years. */
export async function NewRunPage({ choices: { templates, open, usual } }: Props) {
  const t = await getTranslations('runs.new')
  const locale = await getLocale()
  const keys = ['name', 'dueThrough', 'dueHelp', 'letterDate', 'letterHelp', 'template', 'first', 'firstHelp', 'firstNone', 'submit', 'back'] as const
  const texts = Object.fromEntries(keys.map((key) => [key, t(key)])) as Record<(typeof keys)[number], string>
  const approved = templates.filter((template) => template.approved)
  const byCode = (code: string) => approved.find((template) => template.code === code)?.id ?? ''
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} above={<BackLink href="/outreach/runs">{t('back')}</BackLink>} />
      {open && <Alert tone="warning" title={t('openTitle', { name: open.name })} actions={<LinkButton href={`/outreach/runs/${open.id}`} size="small">{t('openGo')}</LinkButton>}>{t('openBody')}</Alert>}
      {!open && approved.length === 0 && <Alert tone="warning" title={t('noTemplate')} actions={<LinkButton href="/outreach/templates" size="small">{t('toTemplates')}</LinkButton>} />}
      {!open && approved.length > 0 && (
        <NewRunForm texts={texts} templates={approved.map((template) => ({ value: template.id, label: locale === 'en' ? template.nameEn : template.nameDa }))}
          defaults={{ name: t('defaultName', { month: formatMonth(usual.letterDate, locale) }), ...usual, template: byCode('yearly-letter') || (approved[0]?.id ?? ''), first: byCode('first-letter') }} />
      )}
    </>
  )
}
