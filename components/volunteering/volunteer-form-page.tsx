import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import type { Lists } from '@/lib/volunteering/list/sql'
import { addVolunteer, changeVolunteer } from '@/lib/volunteering/volunteers/actions'
import type { Volunteer } from '@/lib/volunteering/volunteers/queries'
import { leadFields, volunteerFields } from './volunteer-fields'

/** Somebody who rang or came by; and what is known of somebody who is a volunteer already. */
export function VolunteerFormPage({ volunteer: v, lists }: { volunteer: Volunteer | null; lists: Lists }) {
  const [t, locale] = [useTranslations('volunteering'), useLocale()]
  const back = v ? `/volunteers/${v.id}` : '/volunteers'
  const told: FieldSpec[] = v ? [] : [{ type: 'tick', name: 'agreed', label: t('form.told'), help: t('form.toldHelp'), checked: false }]
  const hidden: Record<string, string> = v ? { volunteerId: v.id, version: String(v.version) } : {}
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t(v ? 'backToOne' : 'back')}</BackLink>} title={v ? t('form.changeTitle', { name: `${v.firstName} ${v.lastName}` }) : t('form.title')} lead={t('form.lead')} />
      <div className="card max-w-3xl p-(--card-pad)">
        <FieldsForm action={v ? changeVolunteer : addVolunteer} fields={[...volunteerFields(t, locale, lists, v, 'they'), ...leadFields(t, lists, v), ...told]} hidden={hidden} submit={t(v ? 'form.save' : 'form.add')} cancel={{ href: back, label: t('form.cancel') }} />
      </div>
    </>
  )
}
