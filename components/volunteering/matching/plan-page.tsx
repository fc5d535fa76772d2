import { useFormatter, useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { SubmitButton } from '@/components/ui/submit-button'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Plan, PlanRow } from '@/lib/volunteering/matching/plan/queries'
import { PLAN_ROWS, planTabs, type PlanView } from '@/lib/volunteering/matching/plan/schema'
import { QuestionPreview } from '../matches/question-preview'
import { PlanForm } from './plan-form'
import { ReasonList } from './reason-list'

type Given = PlanRow & { given: NonNullable<PlanRow['given']> }
const pairOf = ({ request, given }: Given) => `${request.id}:${given.id}`

/** The best plan for everybody who waits, to go through: whom each could be given and why, who is left and why. Nobody is asked but by a button. */
export function PlanPage({ plan: { rows, tab, page, counts, best, oneByOne, asked, untold, names, lists }, view, lead }: { plan: Plan; view: PlanView; /** Who asks, as the mails say. */ lead: string }) {
  const [t, locale, format] = [useTranslations('matching'), useLocale(), useFormatter()]
  const [given, all] = [rows.filter((row): row is Given => row.given !== null), counts.given + counts.left]
  const who = ({ request }: PlanRow) => request.name ?? t('numberOf', { number: request.number })
  const role = ({ request }: PlanRow) => nameOf(lists.roles.find(({ code }) => code === request.role), locale) || request.role
  const points = (total: number) => format.number(total, { maximumFractionDigits: 0 })
  const columns: Column<Given>[] = [
    { key: 'who', header: t('who'), rowHeader: true, cell: who },
    { key: 'role', header: t('role'), cell: (row) => <>{role(row)}<span className="block text-sm text-muted">{t('waited', { count: row.waited })}</span></> },
    { key: 'given', header: t('plan.given'), cell: ({ given: one, open }) => <><Link href={`/volunteers/${one.id}`} prefetch={false}>{one.name}</Link> {one.wished && <Tag tone="info">{t('wished')}</Tag>}<span className="block text-sm text-muted">{t('plan.open', { count: open })}</span></> },
    { key: 'why', header: t('plan.why'), cell: ({ given: one }) => <ReasonList reasons={one.reasons} lists={lists} /> },
    { key: 'ask', header: t('one.ask'), hideHeader: true, cell: (row) => <SubmitButton name="one" value={pairOf(row)} variant="secondary" size="small" pendingLabel={t('plan.asking')}>{t('one.ask')}<span className="sr-only"> {t('plan.askFor', { volunteer: row.given.name, who: who(row) })}</span></SubmitButton> },
  ]
  const more = best.people - oneByOne.people
  return (
    <>
      <PageHeading above={<BackLink href="/volunteers/waiting">{t('title')}</BackLink>} title={t('plan.title')} lead={t('plan.lead')} />
      <div className="space-y-6">
        {(view.asked.length > 0 || view.stayed.length > 0) && <PlanDone view={view} names={names} />}
        {all > 0 && <Alert tone="info" title={t('plan.gives', { count: best.people, of: all })}><p>{t('plan.compared', { more, same: more === 0 ? 'yes' : 'no', people: oneByOne.people, best: points(best.total), one: points(oneByOne.total) })}</p></Alert>}
        {asked + untold > 0 && <p className="max-w-text text-muted">{t('plan.outside', { asked, untold })}</p>}
        {counts.given > 0 && <QuestionPreview lead={lead} />}
        {counts.given === 0 && <EmptyState title={t(all === 0 ? 'plan.nobody' : 'plan.none')}>{t(all === 0 ? 'plan.nobodyLead' : 'plan.noneLead')}</EmptyState>}
        {counts.given > 0 && counts.left > 0 && <Tabs label={t('plan.title')} items={planTabs.map((one) => ({ label: t(`plan.tab.${one}`), href: `/volunteers/plan?tab=${one}`, current: one === tab, count: counts[one] }))} />}
        {tab === 'given' ? counts.given > 0 && (
          <PlanForm ask={t('plan.askTicked')} asking={t('plan.asking')} page={page}>
            <DataTable caption={t('plan.caption')} columns={columns} rows={given} rowKey={pairOf} rowHref={({ request }) => `/volunteers/requests/${request.id}`} empty={null} select={{ name: 'pairs', label: (row) => t('plan.tick', { who: who(row) }) }} />
          </PlanForm>
        ) : counts.left > 0 && <LeftOut rows={rows} count={counts.left} who={who} role={role} />}
        {counts[tab] > PLAN_ROWS && <Pagination page={page} pageSize={PLAN_ROWS} total={counts[tab]} href={(one) => `/volunteers/plan?tab=${tab}&page=${one}`} />}
      </div>
    </>
  )
}

/** Who is given nobody, and what stands in the way for each. */
function LeftOut({ rows, count, who, role }: { rows: PlanRow[]; count: number; who: (row: PlanRow) => string; role: (row: PlanRow) => string }) {
  const t = useTranslations('matching')
  return (
    <section className="space-y-3">
      <h2>{t('plan.left', { count })}</h2>
      <ul className="space-y-3">
        {rows.map((row) => (
          <li key={row.request.id} className="border-t border-line pt-2">
            <Link href={`/volunteers/requests/${row.request.id}`} prefetch={false}>{who(row)}</Link> <span className="text-muted">{role(row)} · {t('waited', { count: row.waited })}</span>
            <ul className="ms-5 list-disc text-sm">
              {row.open > 0 && <li>{t('plan.taken', { count: row.open })}</li>}
              {row.closed.map(({ rule, count: many }) => <li key={rule}>{t(`rule.${rule}`, { count: many })}</li>)}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What became of each that was asked: they are told apart, and nothing is said to have gone well that has not. */
function PlanDone({ view, names }: { view: PlanView; names: Plan['names'] }) {
  const t = useTranslations('matching')
  const who = (id: string) => <Link href={`/volunteers/requests/${id}`} prefetch={false}>{names[id] || t('plan.someone')}</Link>
  return (
    <div role="status">
      <Card title={t('plan.done', { asked: view.asked.length, stayed: view.stayed.length })}>
        <ul className="divide-y divide-line">
          {view.stayed.map(({ requestId, why }) => <li key={requestId} className="py-1.5">{who(requestId)} <Tag tone="error">{t('plan.notAsked')}</Tag> {t(`error.pair.${why}`)}</li>)}
          {view.asked.map((id) => <li key={id} className="py-1.5">{who(id)} <Tag tone="success">{t('plan.wasAsked')}</Tag></li>)}
        </ul>
      </Card>
    </div>
  )
}
