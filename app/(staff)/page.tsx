import { redirect } from 'next/navigation'
import { ApproverDayCard } from '@/components/access/rights/day-card'
import { AttentionCard } from '@/components/oversight/attention'
import { CoordinatorHomePage } from '@/components/outreach/home/coordinator-home-page'
import { FiguresHome } from '@/components/outreach/home/figures-home'
import { RoleHome } from '@/components/outreach/home/role-home'
import { TasksCard } from '@/components/casework/tasks/tasks-card'
import { UnitTasksCard } from '@/components/casework/tasks/unit-card'
import { OpenedCard } from '@/components/access/reasons/opened-card'
import { currentActor } from '@/lib/access/actor'
import { approverDay } from '@/lib/access/day/queries'
import { linesOf } from '@/lib/access/day/rules'
import { can, isRepresentative, isVolunteer } from '@/lib/access/permissions'
import { OfferedCard } from '@/components/casework/offered-card'
import { ReferralCards } from '@/components/casework/referrals/day-cards'
import { AwayCard } from '@/components/casework/handover/away-card'
import { QueuesCard } from '@/components/casework/queues/queues-card'
import { RemarksCard } from '@/components/casework/remarks-card'
import { myDay } from '@/lib/casework/day/queries'
import { tasksView } from '@/lib/casework/tasks/schema'
import { personIn } from '@/lib/outreach/due/list/schema'
import { outreachMonths } from '@/lib/outreach/figures/queries'
import { coordinatorHome } from '@/lib/outreach/home/queries'
import { protectionOverview } from '@/lib/oversight/overview/queries'
import { CompanionDayCard } from '@/components/volunteering/companions/day-card'
import { UnsafeAlert } from '@/components/volunteering/concerns/unsafe-alert'
import { VolunteersCard } from '@/components/volunteering/volunteers-card'
import { attentionOf } from '@/lib/oversight/overview/rules'
import { now, today } from '@/lib/platform/clock'
import { stoppedJobs } from '@/lib/jobs/queries'
import { companionPart } from '@/lib/volunteering/companions/day/queries'
import { leadDay } from '@/lib/volunteering/day/queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  if (isVolunteer(actor)) redirect('/min-side')
  if (isRepresentative(actor)) redirect('/min-forening')
  const day = today()
  const { opened, desk, offered: cases, referred, news, people, load, away, remarks, unit, companions } = await myDay(actor, day, tasksView.parse(await searchParams).done, { companions: companionPart(actor, now()) })
  const tasks = desk && <TasksCard desk={desk} today={day} me={actor.userId} mayRecord={can(actor, 'task.record')} />
  const offered = <><AwayCard found={away} />{cases && <OfferedCard offered={cases} load={load} />}<CompanionDayCard lines={companions ?? []} today={day} /><ReferralCards waiting={referred ?? []} news={news ?? []} today={day} /><RemarksCard remarks={remarks ?? []} /></>
  const queues = people && <QueuesCard list={people} load={load} today={day} />
  const approvals = can(actor, 'right.approve') && <ApproverDayCard lines={linesOf({ ...(await approverDay(actor, day)), jobs: can(actor, 'job.read') ? await stoppedJobs(actor) : [] }, day)} today={day} calm={can(actor, 'user.manage')} />
  if (can(actor, 'outreach.read')) return <CoordinatorHomePage tasks={<>{approvals}{tasks}{people && people.counts.mine + people.counts.unclaimed + people.counts.drafts > 0 && queues}</>} offered={offered} opened={opened ?? []} home={await coordinatorHome(actor, day)} today={day} undo={personIn(await searchParams, 'undo')} />
  const figures = can(actor, 'outreach.figures') ? await outreachMonths(actor, day, 1) : null
  const protection = can(actor, 'retention.read') ? attentionOf(await protectionOverview(actor, day), day, now()) : null
  const volunteers = await leadDay(actor, day)
  return <RoleHome actor={actor}>{approvals}{volunteers && <><UnsafeAlert unsafe={volunteers.unsafe} /><VolunteersCard found={volunteers} today={day} /></>}{offered}{tasks}<OpenedCard opened={opened ?? []} />{queues}{protection && <AttentionCard items={protection} />}{unit && <UnitTasksCard rows={unit} />}{figures && <FiguresHome latest={figures.at(-1) ?? null} />}</RoleHome>
}
