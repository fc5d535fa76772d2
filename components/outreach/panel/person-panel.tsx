import { useTranslations } from 'next-intl'
import { Explain } from '@/components/ui/explain'
import { SidePanel } from '@/components/ui/side-panel'
import { WorkingDaysLeft } from '@/components/ui/working-days-left'
import type { PersonPanelData } from '@/lib/outreach/due/panel/queries'
import type { Day } from '@/lib/platform/day'
import { HeadlineText } from '../next-step-card'
import { Why } from '../why'
import { AttemptHistory } from './attempt-history'
import { OpenTasks } from './open-tasks'
import { AddressSection, AttemptSection, EndSection } from './panel-sections'
import { ReturnSection } from './return-section'
import { WishSection } from './wish-section'

/** Everything one does about a person without leaving the list: next step, tasks, attempts, wish, returned letter, address, end. */
export function PersonPanel({ data, back, today }: { data: PersonPanelData; back: string; today: Day }) {
  const t = useTranslations('outreach.panel')
  const { row, headline } = data
  const here = `${back}&open=${row.personId}`
  const ended = headline.code === 'ended'
  return (
    <SidePanel title={row.name} closeHref={`${back}&last=${row.personId}`}>
      <section aria-label={t('next')}>
        <p className="font-semibold"><HeadlineText headline={headline} /></p>
        {headline.lateness && <WorkingDaysLeft days={headline.lateness.workingDays} />}
        {headline.why.length > 0 && <Explain><Why steps={headline.why} /></Explain>}
      </section>
      {row.tasks.length > 0 && <OpenTasks data={data} back={here} today={today} />}
      <AttemptHistory attempts={data.attempts} back={here} today={today} />
      {!ended && (
        <div className="mt-4 divide-y divide-line border-y border-line">
          <AttemptSection personId={row.personId} back={back} today={today} open={!row.returnedOn} />
          <WishSection row={row} back={here} today={today} />
          <ReturnSection data={data} back={here} />
          <AddressSection row={row} back={here} open={row.returnedOn !== null} />
          <EndSection personId={row.personId} back={here} today={today} />
        </div>
      )}
    </SidePanel>
  )
}
