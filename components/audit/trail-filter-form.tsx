import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { DateField } from '@/components/ui/date-field'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { trailKinds, type TrailFilter } from '@/lib/access/trail/rules'

/** Works without scripts: the search stands in the address, and holds ids and dates only. */
export async function TrailFilterForm({ filter, users }: { filter: TrailFilter; users: { id: string; name: string }[] }) {
  const t = await getTranslations('audit')
  return (
    <form action="/audit" className="no-print mb-5 space-y-3">
      {filter.wrong.length > 0 && <Alert tone="error" title={t('wrong', { fields: filter.wrong.map((name) => t(`filter.${name}`)).join(', ') })} />}
      <div className="grid items-end gap-4 md:grid-cols-2 lg:grid-cols-5">
        <TextInput name="person" label={t('filter.person')} defaultValue={filter.person ?? ''} spellCheck={false} autoComplete="off" />
        <Select name="user" label={t('filter.user')} placeholder={t('everybody')} defaultValue={filter.user ?? ''} options={users.map((user) => ({ value: user.id, label: user.name }))} />
        <Select name="kind" label={t('filter.kind')} placeholder={t('everything')} defaultValue={filter.kind ?? ''} options={trailKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
        <DateField name="from" label={t('filter.from')} defaultValue={filter.from} />
        <DateField name="to" label={t('filter.to')} defaultValue={filter.to} />
      </div>
      <Button type="submit" variant="primary" icon="search">{t('search')}</Button>
    </form>
  )
}
