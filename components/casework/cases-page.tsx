import { useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { Cases } from '@/lib/casework/cases/queries'
import { inOrder } from '@/lib/casework/cases/rules'
import { clockOf, nextOf } from '@/lib/casework/contacts/rules'
import { CaseCard } from './case-card'

type Props = PersonFrameProps & { found: Cases; mayManage: boolean; mayGive: boolean }

/** The person's cases, what is to be done first. Behind emergency access they are read. */
export function CasesPage({ found, mayManage, mayGive, ...frame }: Props) {
  const t = useTranslations('casework.cases')
  const may = { manage: mayManage && !frame.bar.glass, give: mayGive && !frame.bar.glass }
  const add = may.manage && <LinkButton href={`/people/${frame.bar.id}/cases/new`} variant={found.cases.length === 0 ? 'primary' : 'secondary'} size="small" icon="plus">{t('open')}</LinkButton>
  return (
    <PersonFrame {...frame} tab="cases" note>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3"><h2>{t('title')}</h2>{found.cases.length > 0 && add}</div>
      {frame.bar.glass && mayManage && <div className="mb-3"><Alert>{t('behindGlass')}</Alert></div>}
      {found.cases.length === 0 && <EmptyState title={t('none')} icon="inbox" actions={add || undefined}>{t('noneLead')}</EmptyState>}
      <div className="max-w-4xl space-y-4">
        {inOrder(found.cases, frame.today).map((one) => <CaseCard key={one.id} personId={frame.bar.id} one={one} followed={found.followed.get(one.id) ?? null} meetings={found.meetings.filter(({ caseId }) => caseId === one.id)} next={nextOf(found.newest)} lastReached={clockOf(found.newest, frame.today).last} today={frame.today} may={may} />)}
      </div>
    </PersonFrame>
  )
}
