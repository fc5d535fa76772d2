import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { undoReassign } from '@/lib/casework/handover/reassign/actions'
import type { Reassigning } from '@/lib/casework/handover/reassign/queries'
import type { Reason } from '@/lib/casework/handover/reassign/rules'

/** What became of each: gone, or still here and why. Taken back together, as far as nobody has worked on it. */
export function ReassignDone({ found: { user, cases, done }, stayed, moment, undone }: { found: Reassigning; stayed: { caseId: string; why: Reason }[]; moment?: string; undone?: number }) {
  const t = useTranslations('casework.handover')
  const [live, free] = [done.filter((one) => !one.undone), done.filter(({ untouched }) => untouched)]
  return (
    <div className="mb-6" role="status">
      <Card title={undone === undefined ? t('done', { moved: live.length, stayed: stayed.length }) : t('undone', { count: undone })}>
        <ul className="divide-y divide-line">
          {done.map((one) => <li key={one.assignmentId} className="py-1.5"><a href={`/people/${one.personId}/cases`}>{one.name}</a> → {one.to} <Tag tone={one.undone ? 'neutral' : 'success'}>{t(one.undone ? 'wentBack' : 'moved')}</Tag>{!one.undone && !one.untouched && <span className="text-sm text-muted"> {t('touched')}</span>}</li>)}
          {stayed.map(({ caseId, why }) => <li key={caseId} className="py-1.5">{cases.find((one) => one.caseId === caseId)?.name ?? t('aCase')} <Tag tone="error">{t('notMoved')}</Tag> {t(`why.${why}`)}</li>)}
        </ul>
        {moment && free.length > 0 && <div className="mt-3"><ActionButton action={undoReassign} values={{ userId: user.id, moment }}>{t('undo', { count: free.length })}</ActionButton></div>}
      </Card>
    </div>
  )
}
