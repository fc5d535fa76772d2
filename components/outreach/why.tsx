import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Explain } from '@/components/ui/explain'
import type { ExplanationStep } from '@/lib/deadlines/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'

/** Why a date is that date, one sentence per step: rule, source, start, what was counted, what was passed over. */
export function Why({ steps }: { steps: ExplanationStep[] }) {
  const say = useSentences()
  const sentences = together(steps).map(say)
  return <ol className="list-decimal space-y-1 ps-5">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ol>
}

/** A date with its tag, and under them the way to why: as low as it can be, because fifty of them stand on a page. */
export function WhyUnder({ why, children }: { why: ExplanationStep[]; children: ReactNode }) {
  return (
    <div className="flex min-w-0 max-w-80 flex-wrap items-center gap-x-2">
      {children}
      {why.length > 0 && <Explain><Why steps={why} /></Explain>}
    </div>
  )
}

type Skipped = Extract<ExplanationStep, { step: 'skipped' }>
type Told = Exclude<ExplanationStep, Skipped> | { step: 'skipped-days'; days: Skipped[] }

/** Days passed over in a row are one sentence. */
function together(steps: ExplanationStep[]): Told[] {
  return steps.reduce<Told[]>((told, step) => {
    if (step.step !== 'skipped') return [...told, step]
    const last = told.at(-1)
    if (last?.step === 'skipped-days') return [...told.slice(0, -1), { ...last, days: [...last.days, step] }]
    return [...told, { step: 'skipped-days', days: [step] }]
  }, [])
}

function useSentences(): (step: Told) => string {
  const t = useTranslations('outreach.why')
  const locale = useLocale()
  const on = (day: Day) => formatDay(day, locale)
  const named = (space: string, code: string) => (t.has(`${space}.${code}`) ? t(`${space}.${code}`) : code)
  return (step) => {
    switch (step.step) {
      case 'rule': {
        const values = { name: named('name', step.code), ruleSet: step.ruleSet, from: on(step.validFrom), source: step.source }
        return step.validTo ? t('ruleEnded', { ...values, to: on(step.validTo) }) : t('rule', values)
      }
      case 'start':
        return t('start', { event: named('event', step.event), day: on(step.day) })
      case 'count':
        return t(`count.${step.unit}`, { length: step.length, reached: on(step.reached) })
      case 'skipped-days':
        return t('skipped', { days: step.days.map((day) => `${on(day.day)} (${reasonOf(day, t, locale)})`).join(', ') })
      case 'rolled':
        return t('rolled', { from: on(step.from), to: on(step.to) })
      case 'window':
        return t('window', { earliest: on(step.earliest) })
      case 'repeat':
        return t(`repeat.${step.unit}`, { every: step.every, from: on(step.from), reached: on(step.reached) })
      case 'wish':
        return t('wish', { wish: step.wish === 'LATER' || step.wish === 'NOT_THIS_YEAR' ? t(`wishes.${step.wish}`) : step.wish, givenOn: on(step.givenOn), until: on(step.until) })
    }
  }
}

function reasonOf({ reason }: Skipped, t: ReturnType<typeof useTranslations<'outreach.why'>>, locale: string): string {
  if (reason.kind === 'holiday') return t(`holiday.${reason.code}`)
  if (reason.kind === 'weekend') return t('weekend')
  return nameOf(reason, locale)
}
