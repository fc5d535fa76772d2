import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { nameOf } from '@/lib/platform/i18n/named'
import { saveGroup } from '@/lib/volunteering/groups/actions'
import type { Group, GroupKind } from '@/lib/volunteering/groups/queries'

/** A new group, or one that is changed. */
export function GroupForm({ group, kinds, others }: { group: Group | null; kinds: readonly GroupKind[]; others: readonly { id: string; name: string }[] }) {
  const [t, all, locale] = [useTranslations('groups'), useTranslations('volunteering'), useLocale()]
  const leaders = group?.leader && !others.some(({ id }) => id === group.leader?.id) ? [group.leader, ...others] : others
  const fields: FieldSpec[] = [
    { type: 'select', name: 'kind', label: t('kind'), placeholder: t('choose'), options: kinds.map((kind) => ({ value: kind.code, label: nameOf(kind, locale) })), value: group?.kind },
    { type: 'text', name: 'name', label: t('name'), value: group?.name },
    { type: 'text', name: 'place', label: t('place'), value: group?.place ?? '', optional: true },
    { type: 'text', name: 'meets', label: t('meets'), help: t('meetsHelp'), value: group?.meets ?? '', optional: true },
    { type: 'text', name: 'seats', label: t('seats'), help: t('seatsHelp'), width: 'short', numeric: true, value: group?.seats === null || !group ? '' : String(group.seats), optional: true },
    { type: 'select', name: 'leaderId', label: t('leader'), placeholder: t('nobody'), options: leaders.map(({ id, name }) => ({ value: id, label: name })), value: group?.leader?.id, optional: true },
    ...(group ? [{ type: 'tick' as const, name: 'closed', label: t('close'), help: t('closeHelp'), checked: group.closed }] : []),
  ]
  return <FieldsForm action={saveGroup} fields={fields} hidden={{ groupId: group?.id ?? '', version: String(group?.version ?? 0) }} submit={all('change.save')} variant={group ? 'secondary' : undefined} cancel={group ? undefined : { href: '/volunteers/groups', label: all('form.cancel') }} />
}
