import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { roles } from '@/lib/access/matrix'
import { NONE } from '@/lib/access/users/list/rules'
import type { UsersView } from '@/lib/access/users/list/schema'

/** A plain form that reloads the page: what is looked for stands in the address. */
export function UserFilters({ view, units }: { view: UsersView; units: { id: string; name: string }[] }) {
  const [t, role] = [useTranslations('admin.users'), useTranslations('frame.roles')]
  return (
    <form method="get" className="no-print flex flex-wrap items-end gap-3">
      {view.state !== 'all' && <input type="hidden" name="state" value={view.state} />}
      <TextInput name="words" label={t('words')} defaultValue={view.words ?? ''} autoComplete="off" />
      <Select name="role" label={t('role')} options={[...roles.map((value) => ({ value, label: role(value) })), { value: NONE, label: role('none') }]} placeholder={t('any')} defaultValue={view.role ?? ''} fit />
      <Select name="unit" label={t('unit')} options={[...units.map(({ id, name }) => ({ value: id, label: name })), { value: NONE, label: t('noUnit') }]} placeholder={t('any')} defaultValue={view.unit ?? ''} fit />
      <button type="submit" className="btn btn-secondary">{t('search')}</button>
    </form>
  )
}
