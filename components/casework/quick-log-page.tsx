import { useTranslations } from 'next-intl'
import { ageOn } from '@/lib/people/record/rules'
import type { SearchResult } from '@/lib/people/search/queries'
import { FilterChip } from '@/components/ui/filter-chip'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { TOGETHER_MOST } from '@/lib/casework/contacts/rules'
import type { QuickLog } from '@/lib/casework/quick-log/queries'
import type { QuickLogView } from '@/lib/casework/quick-log/schema'
import type { Day } from '@/lib/platform/day'
import { NewContact } from './new-contact'
import { QuickLogChoice } from './quick-log-choice'
import { quickLogHref } from './quick-log-href'

export type QuickLogProps = { log: QuickLog; view: QuickLogView; found: SearchResult | null; today: Day; time: string }

/** Who, then what happened: from anywhere, and without opening anybody's case. */
export function QuickLogPage({ log, view, found, today, time }: QuickLogProps) {
  const t = useTranslations('casework.quick')
  const [first, ...rest] = log.people
  const choosing = !first || view.more === '1'
  const people = log.people.map(({ id }) => id)
  const restored = log.drafts.find(({ id, person }) => id === view.draft && person.id === first?.id) ?? null
  return (
    <div className="max-w-3xl">
      <PageHeading title={t('title')} lead={t(choosing ? 'who' : 'lead')} />
      {first && (
        <div className="mb-5 flex flex-wrap items-center gap-2" role="group" aria-label={t('with')}>
          {log.people.map(({ id, name, birthDate }) => (
            <FilterChip key={id} label={birthDate ? t('chosen', { name, age: ageOn(birthDate, today) }) : name} removeHref={quickLogHref({ ...view, more: false, draft: undefined, people: people.filter((one) => one !== id) })} />
          ))}
          {!choosing && people.length < TOGETHER_MOST && <LinkButton href={quickLogHref({ ...view, s: undefined, more: true, people })} size="small" variant="quiet" icon="plus">{t('addAnother')}</LinkButton>}
        </div>
      )}
      {choosing && <QuickLogChoice log={log} view={view} found={found} today={today} />}
      {first && !choosing && (
        <section id="log" className="card" aria-labelledby="quick-title">
          <div className="card-head"><h2 id="quick-title">{t('what')}</h2></div>
          <div className="card-body">
            {rest.length > 0 && <p className="mb-4 max-w-text text-muted">{t('together', { count: people.length })}</p>}
            <NewContact key={`${restored?.id} ${people.join()}`} people={[first.id, ...rest.map(({ id }) => id)]} kinds={log.kinds} topics={log.topics} standardTexts={log.texts} cases={log.cases} names={new Map(log.people.map(({ id, name }) => [id, name]))} today={today} time={time} restored={restored} back={view.back ?? '/'} focus />
          </div>
        </section>
      )}
    </div>
  )
}
