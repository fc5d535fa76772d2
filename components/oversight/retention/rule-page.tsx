import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import type { RetentionRule } from '@/lib/oversight/retention/queries'
import { UNITS } from '@/lib/oversight/retention/rules'
import { RuleForm } from './rule-form'

export async function RetentionRulePage({ rule }: { rule: RetentionRule }) {
  const t = await getTranslations('oversight.retention')
  const keys = ['length', 'unit', 'source', 'sourceHelp', 'active', 'archive', 'archiveHelp', 'save'] as const
  return (
    <div className="space-y-6">
      <PageHeading above={<BackLink href="/protection/retention">{t('title')}</BackLink>} title={t(`kind.${rule.kind}`)} lead={`${t('from')}: ${t(`anchorOf.${rule.kind}`)}`} />
      {!rule.active && <Alert tone="info" title={t('offWhy')}>{t('offDo')}</Alert>}
      <RuleForm rule={rule} units={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))} texts={Object.fromEntries(keys.map((key) => [key, t(key)])) as Record<(typeof keys)[number], string>} />
    </div>
  )
}
