import type { FormState } from '@/components/ui/form-state'
import { updateCpr } from '@/lib/people/cpr/actions'
import { saveContact } from '@/lib/people/contacts/actions'
import { saveAddress } from '@/lib/people/places/actions'
import { addProtection, liftProtection, restateProtection } from '@/lib/people/protection/actions'
import { LEVELS, mayBeLifted } from '@/lib/people/protection/rules'
import { updatePerson, updateProfile, updateStatus } from '@/lib/people/record/actions'
import type { PersonBar } from '@/lib/people/record/bar/sql'
import type { PersonFacts } from '@/lib/people/record/facts/sql'
import { LANGUAGES } from '@/lib/people/record/schema'
import { addRole } from '@/lib/people/roles/actions'
import { GIVEN_ROLES } from '@/lib/people/roles/schema'
import { addCompetence, saveDeployment } from '@/lib/people/service/actions'
import { SERVICES } from '@/lib/people/service/schema'
import { formatPhone } from '@/lib/people/phones/rules'
import type { Day } from '@/lib/platform/day'
import type { FieldSpec } from './field-spec'

export type SectionProps = { bar: PersonBar; facts: PersonFacts; row?: string; today: Day; clearances: readonly string[]; t: (key: string, values?: Record<string, string>) => string }
export type SectionForm = { title: string; lead?: string; action: (previous: FormState, formData: FormData) => Promise<FormState>; fields: FieldSpec[]; hidden: Record<string, string> }

/** Null where the row that was asked for is not there. */
type Section = (props: SectionProps) => SectionForm | null

const options = (names: readonly string[], family: string, t: SectionProps['t']) => names.map((value) => ({ value, label: t(`${family}.${value}`) }))
const versioned = (bar: PersonBar) => ({ personId: bar.id, version: String(bar.version) })
const only = (bar: PersonBar): Record<string, string> => ({ personId: bar.id })
const rowRef = (bar: PersonBar, row?: { id: string; version: number }) => ({ personId: bar.id, row: row?.id ?? '', version: String(row?.version ?? 0) })

const person: Section = ({ bar, facts, t }) => ({
  title: t('form.person'), action: updatePerson, hidden: versioned(bar),
  fields: [
    { type: 'row', name: 'names', fields: [{ type: 'text', name: 'firstName', label: t('field.firstName'), value: bar.firstName }, { type: 'text', name: 'lastName', label: t('field.lastName'), value: bar.lastName }] },
    { type: 'date', name: 'birthDate', label: t('field.birthDate'), value: bar.birthDate, optional: true },
    { type: 'select', name: 'language', label: t('field.language'), options: options(LANGUAGES, 'language', t), value: bar.language },
    { type: 'tick', name: 'interpreterNeeded', label: t('field.interpreterNeeded'), checked: bar.interpreterNeeded },
    { type: 'tick', name: 'largePrint', label: t('field.largePrint'), checked: bar.largePrint },
    { type: 'tick', name: 'signLanguage', label: t('field.signLanguage'), checked: bar.signLanguage },
    { type: 'area', name: 'communicationNote', label: t('field.communicationNote'), help: t('field.communicationNoteHelp'), value: facts.communicationNote ?? '', max: 1000, optional: true },
    { type: 'radio', name: 'digitalPost', label: t('field.digitalPost'), options: options(['YES', 'EXEMPT', 'UNKNOWN'], 'digitalPost', t), value: bar.digitalPost },
    { type: 'date', name: 'registeredOn', label: t('field.registeredOn'), help: t('field.registeredOnHelp'), value: facts.registeredOn },
    { type: 'date', name: 'movedInOn', label: t('field.movedInOn'), value: bar.movedInOn, optional: true },
  ],
})

const status: Section = ({ bar, t }) => ({
  title: t('form.status'), action: updateStatus, hidden: versioned(bar),
  fields: [
    { type: 'date', name: 'movedAwayOn', label: t('field.movedAwayOn'), help: t('field.movedAwayHelp'), value: bar.movedAwayOn, optional: true },
    { type: 'date', name: 'movedInOn', label: t('field.movedInOn'), value: bar.movedInOn, optional: true },
    { type: 'date', name: 'diedOn', label: t('field.diedOn'), help: t('field.diedHelp'), value: bar.diedOn, optional: true },
  ],
})

const protection: Section = ({ bar, facts, row, t }) => {
  const old = facts.protections.find((one) => one.id === row)
  if (row && (!old || old.basis === 'HOUSEHOLD' || old.liftedOn)) return null
  const rest: FieldSpec[] = [
    { type: 'text', name: 'source', label: t('field.protectionSource'), value: old?.source ?? '' },
    { type: 'date', name: 'toDay', label: t('field.protectionTo'), help: t('field.protectionToHelp'), value: old?.toDay ?? null, optional: true },
  ]
  if (old) return { title: t('form.protectionRestate', { level: t(`protection.${old.level}`) }), action: restateProtection, hidden: { personId: bar.id, row: old.id, version: String(old.version) }, fields: rest }
  const held = new Set(facts.protections.filter((one) => one.basis === 'OWN' && !one.liftedOn).map((one) => one.level))
  const levels = LEVELS.filter((level) => !held.has(level)).map((value) => ({ value, label: t(`protection.${value}`), help: t(`protectionHelp.${value}`) }))
  if (levels.length === 0) return null
  return { title: t('form.protection'), lead: t('form.protectionLead'), action: addProtection, hidden: only(bar), fields: [{ type: 'radio', name: 'level', label: t('field.protection'), options: levels }, ...rest] }
}

/** Not a tick that goes away: what is opened, for whom, and the reason in one's own words. */
const lift: Section = ({ bar, facts, row, today, clearances, t }) => {
  const ground = facts.protections.find((one) => one.id === row)
  if (!ground || !mayBeLifted(ground, today, clearances)) return null
  return {
    title: t(ground.level === 'P3' ? 'form.liftShield' : 'form.lift'), lead: t(ground.level === 'P3' ? 'form.liftShieldLead' : ground.basis === 'OWN' ? 'form.liftLead' : 'form.liftHouseholdLead'),
    action: liftProtection, hidden: { personId: bar.id, row: ground.id },
    fields: [{ type: 'area', name: 'reason', label: t('field.liftReason'), help: t('field.liftReasonHelp'), max: 500 }],
  }
}

const cpr: Section = ({ bar, t }) => ({
  title: t('form.cpr'), action: updateCpr, hidden: versioned(bar),
  lead: bar.cpr ? t('form.cprLead', { masked: `${bar.cpr.birthPart}-••••` }) : t('form.cprNone'),
  fields: [{ type: 'text', name: 'cpr', label: t('field.cpr'), help: t('field.cprHelp'), width: 'short', numeric: true }],
})

const address: Section = ({ bar, facts, row, today, t }) => {
  const old = facts.addresses.find((one) => one.id === row)
  if (row && !old) return null
  const text = (name: 'careOf' | 'street' | 'number' | 'floor' | 'door' | 'postcode' | 'town', more: object = {}): FieldSpec => ({ type: 'text', name, label: t(`field.${name}`), value: old?.[name] ?? '', ...more })
  return {
    title: t(old ? 'form.addressCorrect' : 'form.address'), lead: old ? undefined : t('form.addressLead'), action: saveAddress, hidden: rowRef(bar, old),
    fields: [
      { type: 'row', name: 'line1', fields: [text('street'), text('number', { width: 'short' })] },
      { type: 'row', name: 'line2', fields: [text('floor', { width: 'short', optional: true }), text('door', { width: 'short', optional: true }), text('careOf', { optional: true })] },
      { type: 'row', name: 'line3', fields: [text('postcode', { width: 'short', numeric: true }), text('town')] },
      { type: 'date', name: 'fromDay', label: t('field.fromDay'), value: old ? old.fromDay : today, optional: Boolean(old) },
    ],
  }
}

const contact: Section = ({ bar, facts, row, t }) => {
  const old = facts.contacts.find((one) => one.id === row && !one.toDay)
  if (row && !old) return null
  return {
    title: t('form.contact'), action: saveContact, hidden: rowRef(bar, old),
    fields: [
      { type: 'radio', name: 'kind', label: t('field.contactKind'), options: [{ value: 'PHONE', label: t('field.phone') }, { value: 'EMAIL', label: t('field.email') }], value: old?.kind ?? 'PHONE' },
      { type: 'text', name: 'value', label: t('field.value'), value: old && (old.kind === 'PHONE' ? formatPhone(old.value) : old.value), width: 'half' },
      { type: 'tick', name: 'allowed', label: t('field.allowed'), checked: old?.allowed ?? true },
    ],
  }
}

const role: Section = ({ bar, today, t }) => ({
  title: t('form.role'), action: addRole, hidden: { personId: bar.id },
  fields: [{ type: 'radio', name: 'kind', label: t('field.roles'), options: options(GIVEN_ROLES.filter((kind) => !bar.roles.includes(kind)), 'role', t) }, { type: 'date', name: 'fromDay', label: t('field.fromDay'), value: today }],
})

const deployment: Section = ({ bar, facts, row, t }) => {
  const old = facts.deployments.find((one) => one.id === row)
  if (row && !old) return null
  return {
    title: t('form.deployment'), action: saveDeployment, hidden: rowRef(bar, old),
    fields: [
      { type: 'row', name: 'where', fields: [{ type: 'text', name: 'mission', label: t('field.mission'), value: old?.mission }, { type: 'text', name: 'country', label: t('field.country'), value: old?.country }] },
      { type: 'select', name: 'service', label: t('field.service'), options: options(SERVICES, 'service', t), value: old?.service, placeholder: '' },
      { type: 'date', name: 'fromDay', label: t('field.fromDay'), value: old?.fromDay ?? null, optional: true },
      { type: 'date', name: 'toDay', label: t('field.toDay'), value: old?.toDay ?? null, optional: true },
    ],
  }
}

const competence: Section = ({ bar, t }) => ({
  title: t('form.competence'), action: addCompetence, hidden: { personId: bar.id },
  fields: [{ type: 'text', name: 'military', label: t('field.military'), help: t('field.militaryHelp') }, { type: 'text', name: 'civil', label: t('field.civil'), help: t('field.civilHelp') }],
})

const profile: Section = ({ bar, facts, t }) =>
  facts.profile && {
    title: t('form.profile'), action: updateProfile, hidden: { personId: bar.id, version: String(facts.profile.version) },
    fields: [
      { type: 'tick', name: 'vulnerable', label: t('field.vulnerable'), help: t('field.vulnerableHelp'), checked: bar.vulnerable },
      { type: 'area', name: 'resources', label: t('field.resources'), value: facts.profile.resources ?? '', max: 2000, optional: true },
      { type: 'area', name: 'wishes', label: t('field.wishes'), value: facts.profile.wishes ?? '', max: 2000, optional: true },
    ],
  }

/** What can be changed about a person, by its name in the address. */
export const sections: Record<string, Section | undefined> = { person, status, protection, cpr, address, contact, role, deployment, competence, profile, lift }
