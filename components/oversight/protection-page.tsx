import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import type { Permission } from '@/lib/access/matrix'
import { type Actor, can } from '@/lib/access/permissions'
import type { Attention } from '@/lib/oversight/overview/rules'
import { AttentionCard } from './attention'

const TOOLS: readonly { key: string; href: string; permission: Permission }[] = [
  { key: 'requests', href: '/protection/requests', permission: 'subject.request' },
  { key: 'retention', href: '/protection/retention', permission: 'retention.read' },
  { key: 'holds', href: '/protection/holds', permission: 'retention.hold' },
  { key: 'breaches', href: '/protection/breaches', permission: 'breach.manage' },
  { key: 'report', href: '/protection/breaches/new', permission: 'breach.report' },
  { key: 'processing', href: '/protection/processing', permission: 'processing.read' },
]

/** The way in to the tools of data protection, each for those who may use it. */
export async function ProtectionPage({ actor, attention }: { actor: Actor; attention: Attention[] }) {
  const t = await getTranslations('oversight.protection')
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="mb-5"><AttentionCard items={attention} /></div>
      <div className="grid gap-5 sm:grid-cols-2">
        {TOOLS.filter((tool) => can(actor, tool.permission)).map((tool) => (
          <Card key={tool.key} title={<a href={tool.href}>{t(`tool.${tool.key}`)}</a>}><p className="text-muted">{t(`about.${tool.key}`)}</p></Card>
        ))}
      </div>
    </>
  )
}
