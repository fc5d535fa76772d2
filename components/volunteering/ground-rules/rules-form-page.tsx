import { useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import type { Day } from '@/lib/platform/day'
import { addWorkplace, writeGroundRules } from '@/lib/volunteering/ground-rules/actions'
import type { OpenWorkplace } from '@/lib/volunteering/ground-rules/queries'

/** Ground rules for a workplace: the first, or those that hold from a new day on. */
export function RulesFormPage({ found, today }: { found: OpenWorkplace | null; today: Day }) {
  const t = useTranslations('groundRules')
  const back = found ? `/volunteers/ground-rules/${found.id}` : '/volunteers/ground-rules'
  const now = found?.rules[0]
  const fields: FieldSpec[] = [
    ...(found ? [] : [{ type: 'text' as const, name: 'name', label: t('workplace'), help: t('form.nameHelp') }]),
    { type: 'date', name: 'from', label: t('form.from'), value: today },
    { type: 'area', name: 'volunteers', label: t('volunteers'), help: t('form.volunteersHelp'), max: 2000, value: now?.volunteers },
    { type: 'area', name: 'staff', label: t('staff'), help: t('form.staffHelp'), max: 2000, value: now?.staff },
    { type: 'area', name: 'together', label: t('together'), help: t('form.togetherHelp'), max: 2000, optional: true, value: now?.together ?? undefined },
    { type: 'text', name: 'agreedWith', label: t('agreedWith'), help: t('form.agreedWithHelp'), optional: true, value: now?.agreedWith ?? undefined },
  ]
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t(found ? 'backToOne' : 'back')}</BackLink>} title={found ? `${t('edit')}: ${found.name}` : t('add')} lead={t(found ? 'form.leadNext' : 'form.lead')} />
      <div className="card max-w-3xl p-(--card-pad)"><FieldsForm action={found ? writeGroundRules : addWorkplace} fields={fields} hidden={found && now ? { workplaceId: found.id, number: String(now.number) } : {}} submit={t('form.save')} cancel={{ href: back, label: t('form.cancel') }} /></div>
    </>
  )
}
