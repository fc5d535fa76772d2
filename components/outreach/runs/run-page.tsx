import { getLocale, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import type { RunGroup } from '@/lib/outreach/runs/groups'
import type { MemberLine } from '@/lib/outreach/runs/members/queries'
import type { RunDetails } from '@/lib/outreach/runs/queries'
import { formatDay } from '@/lib/platform/dates'
import { AccountCard } from './account-card'
import { FilesCard } from './files-card'
import { Live } from './live'
import { MembersTable } from './members-table'
import { RunActions } from './run-actions'
import { RunStateTag } from './run-state-tag'
import { RunSteps } from './run-steps'
import { RunWarnings } from './run-warnings'
import { TextsCard } from './texts-card'

type Props = { run: RunDetails; group: RunGroup; members: { rows: MemberLine[]; total: number; hidden: number }; page: number; userId: string; now: Date; mayPrint: boolean }

/** One run on one page: where it is, what can be done, the sum that must come out, what is sent to whom, and the people. */
export async function RunPage({ run, group, members, page, userId, now, mayPrint }: Props) {
  const t = await getTranslations('runs')
  const locale = await getLocale()
  const underWay = !run.frozen || run.state === 'RELEASED' || run.state === 'SENDING'
  const lead = t(run.eventId ? 'page.leadInvitations' : 'page.lead', { due: formatDay(run.dueThrough, locale), letter: formatDay(run.letterDate, locale), maker: run.maker })
  return (
    <>
      <PageHeading title={run.name} tags={<RunStateTag state={run.state} frozen={run.frozen} />} lead={lead} above={<BackLink href={run.eventId ? `/outreach/year-wheel/${run.eventId}` : '/outreach/runs'}>{t(run.eventId ? 'invitations.back' : 'list.title')}</BackLink>} />
      {underWay && <Live seconds={run.frozen && run.state === 'RELEASED' ? 5 : 2} />}
      <RunSteps state={run.state} frozen={run.frozen} />
      <div className="my-5 space-y-4"><RunActions run={run} userId={userId} now={now} /><RunWarnings run={run} /></div>
      {run.frozen && (
        <>
          <div className="grid gap-6 lg:grid-cols-2">
            <AccountCard run={run} current={group} />
            <div className="space-y-6">
              <TextsCard run={run} sample={group === 'TO_SEND' ? (members.rows[0] ?? null) : null} />
              {mayPrint && <FilesCard run={run} />}
            </div>
          </div>
          <MembersTable run={run} group={group} rows={members.rows} total={members.total} hidden={members.hidden} page={page} />
        </>
      )}
    </>
  )
}
