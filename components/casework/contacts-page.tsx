import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps, tabHref } from '@/components/people/person-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { type ContactLog, LOG_PAGE } from '@/lib/casework/contacts/queries'
import { clockOf, type EntryForm, nextOf } from '@/lib/casework/contacts/rules'
import { formatDay } from '@/lib/platform/dates'
import { AttemptsLine } from './attempts-line'
import { ClockLine } from './clock-line'
import { ContactEntry } from './contact-entry'
import { DraftNotice } from './draft-notice'
import { useEntryTexts } from './entry-texts'
import { NewContact } from './new-contact'
import { NoShow } from './no-show'

type Props = PersonFrameProps & { log: ContactLog; page: number; /** The draft the address asks for. */ draft: string | null; /** The entry just written: marked. */ logged: string | null; /** The form under an entry that the address asks for. */ unfolded: { id: string | null; form: EntryForm | null }; time: string; mayRecord: boolean; /** The screening guide is offered where a talk was just written. */ guide: boolean }

/** The log, newest first, and the form beside it: one writes while one reads. */
export function ContactsPage({ log, page, draft, logged, unfolded, time, mayRecord, guide, ...frame }: Props) {
  const [t, locale, texts] = [useTranslations('casework'), useLocale(), useEntryTexts()]
  const restored = log.drafts.find(({ id }) => id === draft) ?? null
  const next = nextOf(log.newest)
  return (
    <PersonFrame {...frame} tab="contacts" note>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
        <ClockLine clock={clockOf(log.newest, frame.today)} next={next} today={frame.today} />
        {mayRecord && next && next.on <= frame.today && <NoShow personId={frame.bar.id} />}
      </div>
      <AttemptsLine entries={log.newest} today={frame.today} taskFor={mayRecord ? frame.bar.id : null} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        {mayRecord && (
          <section id="log" aria-labelledby="log-title" className="card no-print scroll-mt-40 self-start lg:order-2">
            <div className="card-head"><h2 id="log-title">{t('form.title')}</h2></div>
            <div className="card-body">
              {!restored && <DraftNotice personId={frame.bar.id} drafts={log.drafts} />}
              <NewContact key={restored?.id ?? `new-${log.total}`} people={[frame.bar.id]} today={frame.today} time={time} restored={restored} kinds={log.kinds} topics={log.topics} standardTexts={log.texts} cases={log.cases} />
            </div>
          </section>
        )}
        <section aria-labelledby="entries-title" className="min-w-0">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <h2 id="entries-title">{t('log.title')}</h2>
            {log.total > 0 && <span className="no-print flex flex-wrap gap-2"><LinkButton href={`${tabHref(frame.bar.id, 'contacts')}/report`} size="small">{t('report.make')}</LinkButton><PrintButton>{t('task.print')}</PrintButton></span>}
          </div>
          {log.total > 0 && <p className="print-only text-sm">{t('report.printed', { first: (page - 1) * LOG_PAGE + 1, last: (page - 1) * LOG_PAGE + log.rows.length, total: log.total, day: formatDay(frame.today, locale) })}</p>}
          {log.total === 0 && <EmptyState title={t('log.none')} icon="inbox">{t('log.noneLead')}</EmptyState>}
          <div className="mt-4 space-y-4">{log.rows.map((entry) => <ContactEntry key={entry.id} personId={frame.bar.id} entry={entry} fresh={entry.id === logged} guide={guide && entry.id === logged && entry.outcome === 'reached'} page={page} unfolded={entry.id === unfolded.id ? unfolded.form : null} texts={mayRecord ? texts : null} />)}</div>
          <Pagination page={page} pageSize={LOG_PAGE} total={log.total} href={(to) => `${tabHref(frame.bar.id, 'contacts')}?page=${to}`} />
        </section>
      </div>
    </PersonFrame>
  )
}
