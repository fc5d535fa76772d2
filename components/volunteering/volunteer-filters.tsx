import { useLocale, useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Lists } from '@/lib/volunteering/list/sql'
import type { ListView } from '@/lib/volunteering/list/schema'
import { languages } from '@/lib/volunteering/volunteers/rules'

/** A plain form that reloads the page: what is chosen stands in the address, and it is codes alone. */
export function VolunteerFilters({ view, lists }: { view: ListView; lists: Lists }) {
  const [t, locale] = [useTranslations('volunteering'), useLocale()]
  const options = (all: Lists['roles']) => all.map((one) => ({ value: one.code, label: nameOf(one, locale) }))
  return (
    <form method="get" className="no-print flex flex-wrap items-end gap-3">
      <input type="hidden" name="tab" value={view.tab} />
      {view.only && <input type="hidden" name="only" value={view.only} />}
      <Select name="role" label={t('list.role')} options={options(lists.roles)} placeholder={t('list.all')} defaultValue={view.role ?? ''} fit />
      {lists.areas.length > 0 && <Select name="area" label={t('list.area')} options={options(lists.areas)} placeholder={t('list.all')} defaultValue={view.area ?? ''} fit />}
      <Select name="language" label={t('list.language')} options={languages.map((value) => ({ value, label: t(`language.${value}`) }))} placeholder={t('list.all')} defaultValue={view.language ?? ''} fit />
      {view.tab === 'papers' && <TextInput name="ahead" label={t('list.ahead')} inputMode="numeric" width="short" defaultValue={String(view.ahead)} />}
      <button type="submit" className="btn btn-secondary">{t('list.show')}</button>
    </form>
  )
}
