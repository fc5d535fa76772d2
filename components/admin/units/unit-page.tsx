import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { changeUnit, closeUnit, createUnit } from '@/lib/access/units/actions'
import type { UnitDetail } from '@/lib/access/units/queries'
import { closingRefusal, UNIT_KINDS } from '@/lib/access/units/rules'
import { CloseForm } from './close-form'
import { MoveForm } from './move-form'
import { UnitFactsForm, type UnitTexts } from './unit-facts-form'

async function formTexts(): Promise<{ texts: UnitTexts; kinds: { value: string; label: string }[] }> {
  const t = await getTranslations('admin.units')
  const keys = ['nameDa', 'nameEn', 'kind', 'choose', 'phone', 'email', 'place', 'openedOn', 'contactHelp', 'caseLimit', 'caseLimitHelp', 'silentDays', 'silentDaysHelp', 'save'] as const
  return { texts: Object.fromEntries(keys.map((key) => [key, t(key)])) as UnitTexts, kinds: UNIT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })) }
}

export async function NewUnitPage() {
  const t = await getTranslations('admin.units')
  return (
    <>
      <PageHeading title={t('new')} lead={t('newLead')} above={<BackLink href="/admin/units">{t('back')}</BackLink>} />
      <UnitFactsForm action={createUnit} {...await formTexts()} />
    </>
  )
}

/** One unit: what it is, who works there, and closing it once nobody does and nobody belongs there. */
export async function UnitPage({ unit }: { unit: UnitDetail }) {
  const [t, role] = [await getTranslations('admin.units'), await getTranslations('frame.roles')]
  const refusal = closingRefusal(unit)
  return (
    <div className="max-w-4xl space-y-5">
      <PageHeading title={unit.name} lead={unit.managers.length > 0 ? t('answers', { names: unit.managers.join(', ') }) : undefined} above={<BackLink href="/admin/units">{t('back')}</BackLink>}
        tags={<Tag tone={unit.closedOn ? 'neutral' : 'success'}>{unit.closedOn ? t('closed') : t('open')}</Tag>}
        actions={!refusal && <ActionButton action={closeUnit} values={{ unitId: unit.id, version: String(unit.version) }}>{t('close')}</ActionButton>} />
      {!unit.closedOn && unit.staff > 0 && unit.managers.length === 0 && <Alert tone="warning" title={t('noManager')}>{t('noManagerLead')}</Alert>}
      <Card title={t('works', { count: unit.staff })}>
        {unit.people.length === 0 && <p className="text-muted">{t('nobody')}</p>}
        <ul className="space-y-1">{unit.people.map((one) => <li key={one.id}><Link href={`/admin/users/${one.id}`} prefetch={false} className="font-medium">{one.name}</Link> <span className="text-muted">{[one.title, ...one.roles.map((name) => role(name))].filter(Boolean).join(' · ')}</span></li>)}</ul>
        {unit.people.length > 0 && unit.others.length > 0 && <details className="mt-4"><summary>{t('moveAll')}</summary><div className="mt-3"><MoveForm unitId={unit.id} units={unit.others.map(({ id, name }) => ({ value: id, label: name }))} texts={{ to: t('to'), toHelp: t('toHelp'), choose: t('choose'), move: t('move') }} /></div></details>}
      </Card>
      {refusal === 'cases' && <Card title={t('closeCasesTitle')}><ul className="max-w-text list-disc space-y-1 ps-5">{unit.cases > 0 && <li>{t('closeCases', { count: unit.cases })}</li>}{unit.unclaimed > 0 && <li>{t('closeUnclaimed', { count: unit.unclaimed })}</li>}{unit.offered > 0 && <li>{t('closeOffered', { count: unit.offered })}</li>}</ul></Card>}
      {(refusal === 'staff' || refusal === 'citizens') && <p className="max-w-text text-muted">{t(refusal === 'staff' ? 'closeWhen' : 'closeCitizens', { count: unit.citizens })}</p>}
      {refusal === 'consents' && <Card title={t('close')}><p className="max-w-text">{t('closeConsents', { count: unit.consents })}</p><CloseForm unitId={unit.id} version={unit.version} texts={{ told: t('told'), close: t('close') }} /></Card>}
      {!unit.closedOn && <Card title={t('facts')}><UnitFactsForm key={unit.version} action={changeUnit} unit={unit} {...await formTexts()} /></Card>}
    </div>
  )
}
