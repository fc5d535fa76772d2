import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { CaseworkNow } from '@/lib/casework/overview/queries'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { ClockLine } from './clock-line'
import { ReferralLines } from './referrals/referral-lines'
import { NoShow } from './no-show'
import { DueTag } from './tasks/due-tag'
import { TaskText } from './tasks/task-text'

const tones = { open: 'success', hold: 'warning', aftercare: 'info', closed: 'neutral' } as const
type Props = { personId: string; now: CaseworkNow; today: Day; mayRecord: boolean; /** The screening guide, for whoever may ask with somebody whose deployment nobody knows of. */ guide: boolean; /** The first card of the page: logging a contact is what one comes for. */ main: boolean }

/** What comes next with the person and by when: the agreement, the cases, and what is to be done first. */
export function NowCard({ personId, now: { clock, next, cases, referrals, tasks, open, closing }, today, mayRecord, guide, main }: Props) {
  const [t, words, kinds, standing, locale] = [useTranslations('casework.now'), useTranslations('casework'), useTranslations('casework.cases.kind'), useTranslations('casework.cases.standing'), useLocale()]
  // Where outreach is the first thing, people without any casework have no card of it.
  if (!main && clock.last === null && clock.tried === 0 && !next && cases.length === 0 && referrals.length === 0 && open === 0) return null
  const href = (tab: string) => `/people/${personId}/${tab}`
  return (
    <Card title={t('title')} actions={mayRecord && <LinkButton href={`${href('contacts')}#log`} variant={main ? 'primary' : 'secondary'} size="small">{t('contact')}</LinkButton>}>
      <div className="space-y-3">
        <div><ClockLine clock={clock} next={next} today={today} />{mayRecord && next && next.on <= today && <NoShow personId={personId} />}</div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link href={href('cases')} prefetch={false}>{cases.length === 0 ? t('noCase') : t('cases')}</Link>
          {cases.map((one) => <span key={one.id} className="flex flex-wrap items-center gap-x-2">{kinds(one.kind)} <Tag tone={tones[one.standing]}>{standing(one.standing)}</Tag>{one.until && one.standing !== 'open' && <span className="text-muted">{t('until', { day: formatDay(one.until, locale) })}</span>}</span>)}
        </p>
        {referrals.length > 0 && <ReferralLines href={href('referrals')} referrals={referrals} today={today} />}
        <div>
          <p><Link href={href('tasks')} prefetch={false}>{t('tasks', { count: open })}</Link></p>
          {tasks.length > 0 && (
            <ul className="mt-1 space-y-1">
              {tasks.map((task) => <li key={task.id} className="flex flex-wrap items-center gap-x-2"><a href={`${href('tasks')}?open=${task.id}#task-${task.id}`}><TaskText task={task} /></a><span className="text-muted">{formatDay(task.dueOn, locale)}</span><DueTag task={task} today={today} closing={closing} /></li>)}
            </ul>
          )}
        </div>
        {guide && <p className="no-print text-sm"><Link href={href('screening')} prefetch={false}>{words('guide')}</Link></p>}
      </div>
    </Card>
  )
}
