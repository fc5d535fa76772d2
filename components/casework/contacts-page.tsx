import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps, tabHref } from '@/components/people/person-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { type ContactLog, LOG_PAGE } from '@/lib/casework/contacts/queries'
import { channels, clockOf, nextOf, outcomes } from '@/lib/casework/contacts/rules'
import { ClockLine } from './clock-line'
import { ContactEntry } from './contact-entry'
import { ContactForm } from './contact-form'
import { DraftNotice } from './draft-notice'

type Props = PersonFrameProps & { log: ContactLog; page: number; /** The draft the address asks for. */ draft: string | null; /** The entry just written: marked. */ logged: string | null; time: string; mayRecord: boolean }

/** The log, newest first, and the form beside it: one writes while one reads. */
export function ContactsPage({ log, page, draft, logged, time, mayRecord, ...frame }: Props) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  const restored = log.drafts.find(({ id }) => id === draft) ?? null
  const texts = Object.fromEntries(['outcome', 'channel', 'channelHelp', 'happenedOn', 'at', 'atHelp', 'general', 'topics', 'topicsHelp', 'agreed', 'nextStep', 'nextStepHelp', 'nextOn', 'more', 'minutes', 'companion', 'interpreter', 'submit'].map((key) => [key, t(`form.${key}`)]))
  const topics = log.topics.filter(({ code }) => code !== 'general').map(({ code, nameDa, nameEn }) => ({ code, name: locale === 'da' ? nameDa : nameEn }))
  return (
    <PersonFrame {...frame} tab="contacts">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        {mayRecord && (
          <section id="log" aria-labelledby="log-title" className="card no-print scroll-mt-40 self-start lg:order-2">
            <div className="card-head"><h2 id="log-title">{t('form.title')}</h2></div>
            <div className="card-body">
              {!restored && <DraftNotice personId={frame.bar.id} drafts={log.drafts} />}
              <ContactForm key={restored?.id ?? `new-${log.total}`} personId={frame.bar.id} today={frame.today} time={time} restored={restored} texts={texts} topics={topics}
                outcomes={outcomes.map((value) => ({ value, label: t(`outcome.${value}`), help: t(`outcomeHelp.${value}`) }))} channels={channels.map((value) => ({ value, label: t(`channel.${value}`) }))} />
            </div>
          </section>
        )}
        <section aria-labelledby="entries-title" className="min-w-0">
          <h2 id="entries-title" className="mb-2">{t('log.title')}</h2>
          <ClockLine clock={clockOf(log.newest, frame.today)} next={nextOf(log.newest)} today={frame.today} />
          {log.total === 0 && <EmptyState title={t('log.none')} icon="inbox">{t('log.noneLead')}</EmptyState>}
          <div className="mt-4 space-y-4">{log.rows.map((entry) => <ContactEntry key={entry.id} personId={frame.bar.id} entry={entry} fresh={entry.id === logged} mayRecord={mayRecord} />)}</div>
          <Pagination page={page} pageSize={LOG_PAGE} total={log.total} href={(to) => `${tabHref(frame.bar.id, 'contacts')}?page=${to}`} />
        </section>
      </div>
    </PersonFrame>
  )
}
