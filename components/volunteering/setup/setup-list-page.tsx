import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { nameOf } from '@/lib/platform/i18n/named'
import { retireEntry, reviveEntry } from '@/lib/volunteering/setup/actions'
import type { Entry, Setup } from '@/lib/volunteering/setup/queries'
import { NEW, type SetupList } from '@/lib/volunteering/setup/rules'
import { linesOf, usesOf } from './entry-lines'

/** One of the lists in its order: what each is, how many have it, and what a change of it does to what goes on. */
export function SetupListPage({ list, setup, heading }: { list: SetupList; setup: Setup; heading: ReactNode }) {
  const t = useTranslations('volunteerSetup')
  const entries: Entry[] = setup[list]
  return (
    <>
      {heading}
      <p className="mb-4 max-w-text">{t(`about.${list}`)}</p>
      <div className="form-actions mb-4"><LinkButton href={`/admin/volunteering/${list}/${NEW}`} icon="plus">{t(`new.${list}`)}</LinkButton></div>
      {entries.length === 0 && <EmptyState title={t(`empty.${list}`)}>{t(`emptyNext.${list}`)}</EmptyState>}
      <ul className="max-w-4xl space-y-3">{entries.map((entry) => <EntryCard key={entry.code} entry={entry} setup={setup} />)}</ul>
    </>
  )
}

function EntryCard({ entry, setup }: { entry: Entry; setup: Setup }) {
  const [t, locale] = [useTranslations('volunteerSetup'), useLocale()]
  const name = nameOf(entry, locale)
  return (
    <li className="card">
      <div className="card-body flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64 space-y-1">
          <h2 className="flex flex-wrap items-center gap-2 text-base">{name}{entry.retired && <Tag>{t('retired')}</Tag>}</h2>
          <p className="text-sm text-muted" lang={locale === 'da' ? 'en' : 'da'}>{nameOf(entry, locale === 'da' ? 'en' : 'da')}</p>
          {linesOf(t, locale, entry, setup).map((line) => <p key={line}>{line}</p>)}
          <p className="text-sm text-muted">{usesOf(t, entry)}</p>
        </div>
        <div className="form-actions">
          <LinkButton href={`/admin/volunteering/${entry.list}/${entry.code}`} size="small">{t('change')}<span className="sr-only"> {name}</span></LinkButton>
          <ActionButton action={entry.retired ? reviveEntry : retireEntry} values={{ list: entry.list, entry: entry.code }} size="small" variant="quiet">{t(entry.retired ? 'revive' : 'retire')}<span className="sr-only"> {name}</span></ActionButton>
        </div>
      </div>
    </li>
  )
}
