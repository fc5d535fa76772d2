import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { PersonFrame, type PersonFrameProps, tabHref } from '@/components/people/person-frame'
import { closeCase, giveCase, holdCase, openCase } from '@/lib/casework/cases/actions'
import type { CaseRow, Colleague, Fellow } from '@/lib/casework/cases/queries'
import { AFTERCARE_MONTHS, caseKinds, CHECK_IN_WEEKS, outcomes } from '@/lib/casework/cases/rules'
import { caseloadWeight } from '@/lib/casework/weights/rules'
import type { Caseload } from '@/lib/casework/weights/sql'
import { NOBODY_YET } from '@/lib/casework/cases/schema'
import { addToCase, askTransfer } from '@/lib/casework/sharing/actions'
import type { Logged } from '@/lib/casework/contacts/rules'
import { nameOf } from '@/lib/platform/i18n/named'
import { AttemptsLine } from './attempts-line'
import { ConsentSentences } from './consent-sentences'
import { LoadWarning } from './weights/load-warning'
import { sharingFields } from './sharing-fields'

export type CaseChange = 'hold' | 'close' | 'give' | 'transfer' | 'professional'
type Props = PersonFrameProps & { change: CaseChange | 'open'; one: CaseRow | null; colleagues: Colleague[]; loads: Caseload[]; fellows: Fellow[]; /** Of the log, for what has been tried. */ newest?: readonly Logged[]; /** What the person says yes to, for each unit that would need it. */ sentences?: readonly string[]; self: string }
const actions = { open: openCase, hold: holdCase, close: closeCase, give: giveCase, transfer: askTransfer, professional: addToCase }

/** One small form about a case: opening it, putting it on hold, closing it, giving it to a colleague. */
export function CaseFormPage({ change, one, colleagues, loads, fellows, newest = [], sentences = [], self, ...frame }: Props) {
  const [t, weigh, locale] = [useTranslations('casework.cases'), useTranslations('casework.weights'), useLocale()]
  const sharing = sharingFields(useTranslations('casework.sharing'), locale, one, fellows, self)
  const name = one && `${t(`kind.${one.kind}`)} · ${nameOf(one.unit, locale)}`
  const has = one?.people.find(({ role, to }) => role === 'coordinator' && to === null)?.userId
  const hasNow = (id: string) => loads.filter(({ userId }) => userId === id).map((load) => ` · ${weigh(load.limit === null ? 'open' : 'openOf', { ...caseloadWeight(load), limit: load.limit ?? 0 })}`)
  const options = colleagues.filter(({ id }) => id !== has).map(({ id, name: who, title }) => ({ value: id, label: [title ? `${who}, ${title}` : who, ...hasNow(id)].join('') }))
  const words = (key: string, optional?: true): FieldSpec => ({ type: 'area', name: 'words', label: t(`form.${key}`), help: t(`form.${key}Help`), max: 1000, optional })
  const fields: Record<Props['change'], FieldSpec[]> = {
    open: [
      { type: 'radio', name: 'kind', label: t('form.kind'), options: caseKinds.map((value) => ({ value, label: t(`kind.${value}`), help: t(`kindHelp.${value}`) })) },
      { type: 'text', name: 'about', label: t('form.about'), help: t('form.aboutHelp'), optional: true },
      // Whoever may not say who is responsible takes the case themselves.
      ...(colleagues.length > 0 ? [{ type: 'select' as const, name: 'userId', label: t('form.userId'), help: t('form.userIdHelp'), options: [...options, { value: NOBODY_YET, label: t('form.nobodyYet') }], value: self }] : []),
    ],
    hold: [words('why'), { type: 'date', name: 'resumeOn', label: t('form.until'), help: t('form.untilHelp'), value: null }],
    close: [
      { type: 'radio', name: 'outcome', label: t('form.outcome'), options: outcomes.map((value) => ({ value, label: t(`outcome.${value}`) })) },
      words('closing', true),
      { type: 'radio', name: 'months', label: t('form.months'), help: t('form.monthsHelp'), options: AFTERCARE_MONTHS.map((value) => ({ value: String(value), label: t('form.monthsOption', { count: value }) })), value: '6' },
      { type: 'select', name: 'weeks', label: t('form.weeks'), help: t('form.weeksHelp'), options: CHECK_IN_WEEKS.map((value) => ({ value: String(value), label: t('form.weeksOption', { count: value }) })), value: '4' },
    ],
    ...sharing,
    give: [{ type: 'select', name: 'userId', label: t('form.userId'), help: t('form.giveHelp'), options, placeholder: t('form.choose') }],
  }
  const hidden = { personId: frame.bar.id, ...(one && { caseId: one.id }), ...(one && ['hold', 'close'].includes(change) && { number: String(one.step.number) }) }
  return (
    <PersonFrame {...frame} tab="cases">
      <section className="card max-w-3xl p-(--card-pad)">
        <h2>{t(`form.${change}Title`)}</h2>
        <p className="mt-1 max-w-text text-muted">{name && <><strong>{name}.</strong> </>}{t(`form.${change}Lead`)}</p>
        {change === 'open' && <LoadWarning load={loads.find(({ userId }) => userId === self) ?? null} more="ordinary" />}
        {change === 'close' && <AttemptsLine entries={newest} today={frame.today} explain />}
        <ConsentSentences sentences={sentences} />
        <div className="mt-4"><FieldsForm action={actions[change]} fields={fields[change]} hidden={hidden} submit={t(`form.${change}Submit`)} cancel={{ href: tabHref(frame.bar.id, 'cases'), label: t('form.cancel') }} /></div>
      </section>
    </PersonFrame>
  )
}
