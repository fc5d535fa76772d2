import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import type { Due, RuleFacts } from '@/lib/oversight/retention/queries'
import { UNITS } from '@/lib/oversight/retention/rules'
import { RuleForm } from './rule-form'

/** One rule. Of one that is off: what is suggested, what to do, and how much could go today, worked out when somebody asks because it takes a while. */
export async function RetentionRulePage({ rule }: { rule: RuleFacts & { ifOn: Due | null } }) {
  const t = await getTranslations('oversight.retention')
  const keys = ['length', 'unit', 'source', 'sourceHelp', 'active', 'archive', 'archiveHelp', 'save'] as const
  return (
    <div className="space-y-6">
      <PageHeading above={<BackLink href="/protection/retention">{t('title')}</BackLink>} title={t(`kind.${rule.kind}`)} lead={`${t('from')}: ${t(`anchorOf.${rule.kind}`)}`} />
      {!rule.active && (
        <Alert tone="info" title={t('offWhy')} actions={!rule.ifOn && <LinkButton href={`/protection/retention/rules/${rule.kind}?count=yes`}>{t('ifOnAsk')}</LinkButton>}>
          {t('offDo')}
          {rule.ifOn && <p className="mt-2 font-semibold" role="status">{t('ifOn', { length: t(`lengths.${rule.unit}`, { count: rule.length }), count: rule.ifOn.due })} {rule.ifOn.held > 0 && t('held', { count: rule.ifOn.held })}</p>}
        </Alert>
      )}
      <RuleForm rule={rule} units={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))} texts={Object.fromEntries(keys.map((key) => [key, t(key)])) as Record<(typeof keys)[number], string>} />
    </div>
  )
}
