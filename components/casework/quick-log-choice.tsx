import { useLocale, useTranslations } from 'next-intl'
import { FoundTable } from '@/components/people/search/found-table'
import { PeopleSearchForm } from '@/components/people/search/search-form'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { searchPeople } from '@/lib/people/search/actions'
import { formatMoment } from '@/lib/platform/dates'
import { NextText } from './clock-line'
import { draftHref, opening } from './draft-notice'
import { FactsForm } from './facts-form'
import { quickLogHref } from './quick-log-href'
import type { QuickLogProps } from './quick-log-page'

const words = ['open', 'lead', 'firstName', 'lastName', 'born', 'bornHelp', 'street', 'postcode', 'phone', 'phoneHelp', 'submit']

/** Name, number or date of birth finds the person; one's own people and what was begun stand ready. */
export function QuickLogChoice({ log, view, found, today }: Omit<QuickLogProps, 'time'>) {
  const [t, search, locale] = [useTranslations('casework.quick'), useTranslations('people.search'), useLocale()]
  const chosen = log.people.map(({ id }) => id)
  const href = (id: string) => quickLogHref({ people: [...chosen, id], back: view.back })
  const own = log.own.filter(({ id }) => !chosen.includes(id))
  return (
    <div className="space-y-6">
      <PeopleSearchForm action={searchPeople} query={found?.query} focus texts={{ label: search('label'), help: search('help'), submit: search('submit') }} hidden={{ to: quickLogHref({ people: chosen, more: chosen.length > 0, back: view.back }) }} />
      <FactsForm to={quickLogHref({ people: chosen, back: view.back })} texts={Object.fromEntries(words.map((key) => [key, t(`facts.${key}`)]))} />
      {found && <FoundTable rows={found.rows.filter(({ id }) => !chosen.includes(id))} today={today} empty={<EmptyState title={search('none', { query: found.query })} icon="search">{t('noneBody')}</EmptyState>}
        choose={({ id, firstName, lastName }) => <LinkButton href={href(id)} size="small">{t('choose')}<span className="sr-only"> {firstName} {lastName}</span></LinkButton>} />}
      {!found && log.drafts.length > 0 && chosen.length === 0 && (
        <section aria-labelledby="drafts-title">
          <h2 id="drafts-title" className="mb-2">{t('drafts')}</h2>
          <ul className="space-y-1">{log.drafts.map((draft) => <li key={draft.id}><a href={draftHref(draft.person.id, draft)}>{draft.person.name}</a> <span className="text-muted">{formatMoment(draft.savedAt, locale, 'short')}</span> {opening(draft) && <q>{opening(draft)}</q>}</li>)}</ul>
        </section>
      )}
      {!found && own.length > 0 && (
        <section aria-labelledby="own-title">
          <h2 id="own-title" className="mb-2">{t('own')}</h2>
          <ul className="space-y-1">{own.map(({ id, name, next }) => <li key={id} className="flex flex-wrap gap-x-3"><a href={href(id)}>{name}</a> {next && <span className="text-muted"><NextText next={next} today={today} /></span>}</li>)}</ul>
        </section>
      )}
    </div>
  )
}
