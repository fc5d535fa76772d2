import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { StepGuide } from '@/components/ui/step-guide'
import { Tag } from '@/components/ui/tag'
import type { Entry } from '@/lib/casework/contacts/rules'
import { holdLookBack } from '@/lib/casework/methods/actions'
import { inOrder, ladder, type Step, wordsIn } from '@/lib/casework/methods/parts'
import { inLastWeek, itemKey, missingNow, nextLookBack, type Place } from '@/lib/casework/methods/rules'
import type { MoveRow } from '@/lib/casework/methods/sql'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { type CaseRef, ItemList } from './item-list'
import { MissingText } from './missing-text'
import { Ways } from './move-card'
import { PlaceText } from './place-line'
import { ScopedForm } from './scoped-form'
import { ClipCard, StepCard } from './step-card'

type Props = { ids: CaseRef; place: Place; moves: readonly MoveRow[]; newest: readonly Entry[]; today: Day; mayMove: boolean; /** Also of a case that is closed. */ mayMake: boolean }

/** The step one is in with its checklist and the way on, and the parts beside it. */
export function PlacePart({ ids, place, moves, newest, today, mayMove, mayMake }: Props) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  const steps = ladder(place.method)
  const beside = place.method.steps.filter((step) => !inOrder(step) && step.kind !== 'clips')
  const cards = place.method.steps.filter(({ kind }) => kind === 'clips')
  const others = steps.filter(({ key, items }) => key !== place.at?.step.key && items.length > 0)
  const nth = place.at?.nth ?? (place.finishedOn ? steps.length + 1 : 0)
  const common = { ids, place, moves, today, mayMove: mayMove && !place.finishedOn }
  return (
    <>
      {steps.length > 1 && <StepGuide label={t('steps')} steps={steps.map((step, at) => ({ key: step.key, label: wordsIn(step.name, locale), status: at + 1 < nth ? 'done' : at + 1 === nth ? 'current' : 'todo' }))} />}
      <Card title={place.at || place.finishedOn ? <PlaceText place={place} /> : t('nowTitle')}>
        <div className="space-y-3">
          {place.at && <StepFacts step={place.at.step} since={place.at.since} newest={newest} today={today} />}
          {place.at ? <ItemList ids={ids} place={place} step={place.at.step} moves={moves} mayMove={common.mayMove} /> : !place.finishedOn && <NextThings place={place} />}
          <Around ids={ids} place={place} mayMove={mayMove} />
          <LookBack {...common} />
          {place.finishedOn && place.method.certificate && mayMake && <div><LinkButton href={`/people/${ids.personId}/cases/${ids.caseId}/certificate`} download icon="print">{t('certificate')}</LinkButton><p className="mt-1 max-w-text text-sm text-muted">{t('certificateHelp')}</p></div>}
          {mayMove && <Ways ids={ids} place={place} />}
        </div>
      </Card>
      {cards.length > 0 && <ClipCard {...common} steps={cards} />}
      {beside.map((step) => <StepCard key={step.key} {...common} step={step} />)}
      {others.length > 0 && (
        <Explain summary={t('otherSteps')}>
          <div className="space-y-4">{others.map((step) => <section key={step.key}><h3 className="text-base">{wordsIn(step.name, locale)} <span className="text-sm font-normal text-muted">{t('metOf', { met: step.items.filter((item) => place.met.has(itemKey(step, item))).length, of: step.items.length })}</span></h3><ItemList ids={ids} place={place} step={step} moves={moves} mayMove={common.mayMove} /></section>)}</div>
        </Explain>
      )}
    </>
  )
}

/** What the step is about, how long one has been in it, and whether one meets as often as it asks for. */
function StepFacts({ step, since, newest, today }: { step: Step; since: Day; newest: readonly Entry[]; today: Day }) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  const met = inLastWeek(newest.filter(({ outcome }) => outcome === 'reached').map(({ on }) => on), today)
  return (
    <div className="max-w-text">
      {wordsIn(step.text, locale) && <p className="text-muted">{wordsIn(step.text, locale)}</p>}
      <p>{t('stepSince', { day: formatDay(since, locale) })}{step.weeks && <> {t('usually', { count: step.weeks })}</>}</p>
      {step.meetings && <p>{t('meetings', { count: step.meetings })} <Tag tone={met >= step.meetings ? 'success' : 'warning'}>{t('metLately', { count: met })}</Tag></p>}
    </div>
  )
}

/** What belongs to the method and stands elsewhere: the scale it measures on, and the aftercare it asks for at the end. */
function Around({ ids, place: { method, finishedOn }, mayMove }: Pick<Props, 'ids' | 'place' | 'mayMove'>) {
  const t = useTranslations('casework.methods')
  const [scale, after] = [method.scaleCode, finishedOn && mayMove ? method.aftercareWeeks : null]
  return (
    <>
      {scale && <p><a href={`/people/${ids.personId}/progress?scale=${scale}`}>{t('measure')}</a></p>}
      {after && <p>{t('aftercare', { count: after })} <a href={`/people/${ids.personId}/cases/${ids.caseId}/close`}>{t('closeWith')}</a></p>}
    </>
  )
}

/** Without an order there is still a next thing. */
function NextThings({ place }: { place: Place }) {
  const t = useTranslations('casework.methods')
  const [next, ...more] = missingNow(place).filter(({ required }) => required)
  if (!next) return <p>{t('nothingMissing')}</p>
  return <><p><strong><MissingText one={next} /></strong></p>{more.length > 0 && <ul className="list-disc ps-5 text-muted">{more.slice(0, 4).map((one, at) => <li key={at}><MissingText one={one} /></li>)}</ul>}</>
}

function LookBack({ ids, place, moves, today, mayMove }: Omit<Props, 'newest' | 'mayMake'>) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  const due = nextLookBack(place)
  const last = moves.find(({ number }) => number === place.looked.at(-1)?.number)
  if (!due && !last) return null
  return (
    <div className="border-t border-line pt-3">
      {due && <p>{t('lookBackNext', { day: formatDay(due, locale) })} {due <= today && <Tag tone={due < today ? 'error' : 'warning'}>{t(due < today ? 'passed' : 'today')}</Tag>}</p>}
      {last && <p className="text-muted">{t('lookBackLast', { day: formatDay(last.on, locale), name: last.by })} <q>{last.words}</q></p>}
      {mayMove && due && <ScopedForm fold={t('lookBackNow')} open={due <= today} action={holdLookBack} scope="look" hidden={ids} day={{ name: 'lookOn', label: t('lookOn'), value: today }} area={{ label: t('seen'), help: t('seenHelp') }} submit={t('lookBackSave')} />}
    </div>
  )
}
