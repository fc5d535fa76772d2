import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { moveOn } from '@/lib/casework/methods/actions'
import { type Step, wordsIn } from '@/lib/casework/methods/parts'
import { gate, type Place, waysFrom } from '@/lib/casework/methods/rules'
import type { CaseRef } from './item-list'
import { MissingText } from './missing-text'
import { ScopedForm } from './scoped-form'

/** The way on and the ways back. A gate that is shut says what it lacks, and opens with a reason. */
export function Ways({ ids, place }: { ids: CaseRef; place: Place }) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  const { next, back } = waysFrom(place)
  const missing = next ? gate(place, next) : []
  const values = (to: Step | 'finish') => ({ ...ids, turn: String(place.turn), to: to === 'finish' ? to : to.key })
  const name = next === 'finish' || next === null ? t('finish') : t('goTo', { name: wordsIn(next.name, locale) })
  return (
    <div className="space-y-3 border-t border-line pt-3">
      {next && missing.length === 0 && <ActionButton action={moveOn} values={values(next)} variant="primary">{name}</ActionButton>}
      {next && missing.length > 0 && (
        <>
          <p>{t(next === 'finish' ? 'gateFinish' : 'gate', { count: missing.length, name: next === 'finish' ? '' : wordsIn(next.name, locale) })}</p>
          {next === 'finish' && place.at && <ul className="list-disc ps-5">{missing.slice(0, 6).map((one, at) => <li key={at}><MissingText one={one} /></li>)}</ul>}
          <ScopedForm fold={t(next === 'finish' ? 'finishAnyway' : 'anyway')} action={moveOn} scope="on" hidden={values(next)} area={{ label: t('why'), help: t('whyHelp') }} submit={name} />
        </>
      )}
      {back.toReversed().map((step) => <ScopedForm key={step.key} fold={t('goBack', { name: wordsIn(step.name, locale) })} action={moveOn} scope={`back-${step.key}`} hidden={values(step)} area={{ label: t('whyBack', { name: wordsIn(step.name, locale) }) }} submit={t('goBack', { name: wordsIn(step.name, locale) })} />)}
    </div>
  )
}
