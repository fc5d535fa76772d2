import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps, tabHref } from '@/components/people/person-frame'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { followMethod, leaveMethod } from '@/lib/casework/methods/actions'
import { wordsIn } from '@/lib/casework/methods/parts'
import type { CaseMethod } from '@/lib/casework/methods/queries'
import { nameOf } from '@/lib/platform/i18n/named'
import { MoveHistory } from './move-history'
import { PlacePart } from './place-part'
import { ScopedForm } from './scoped-form'

type Props = PersonFrameProps & { found: NonNullable<CaseMethod>; mayManage: boolean; mayDescribe: boolean }

/** The method of one case: where one stands, what is missing, what goes on beside, and everything that happened on the way. */
export function MethodPage({ found: { found, followed, choices, newest }, mayManage, mayDescribe, ...frame }: Props) {
  const [t, tc, locale] = [useTranslations('casework.methods'), useTranslations('casework.cases'), useLocale()]
  const { place, moves, versions } = followed
  const ids = { personId: frame.bar.id, caseId: found.id }
  const mayMove = mayManage && !frame.bar.glass && found.state !== 'closed'
  const turn = moves.find(({ kind }) => ['follow', 'leave', 'enter', 'finish'].includes(kind))?.number ?? 0
  const newer = place && choices.find(({ methodId, number }) => methodId === place.method.methodId && number > place.method.number)
  const options = choices.filter(({ id }) => id !== place?.method.id).map((one) => ({ value: one.id, label: wordsIn(one.name, locale) }))
  const choose = <ScopedForm fold={place ? t('change') : undefined} action={followMethod} scope="follow" hidden={{ ...ids, turn: String(turn) }} choice={{ name: 'methodVersionId', label: t('which'), help: t('whichHelp'), options, placeholder: t('chooseOne') }} submit={t('follow')} variant={place ? 'secondary' : 'primary'} />
  return (
    <PersonFrame {...frame} tab="cases">
      <div className="max-w-4xl space-y-4">
        <div>
          <BackLink href={tabHref(frame.bar.id, 'cases')}>{t('toCases')}</BackLink>
          <h2>{place ? wordsIn(place.method.name, locale) : t('chooseTitle')}</h2>
          <p className="text-muted">{tc(`kind.${found.kind}`)} · {nameOf(found.unit, locale)}{found.about && <> · {found.about}</>}</p>
          {place && <p className="mt-1 max-w-text">{wordsIn(place.method.lead, locale)}</p>}
        </div>
        {frame.bar.glass && mayManage && <Alert>{tc('behindGlass')}</Alert>}
        {found.state === 'closed' && <Alert>{t('closed')}</Alert>}
        {newer && mayMove && <Alert actions={<ScopedForm action={followMethod} scope="newer" hidden={{ ...ids, turn: String(turn), methodVersionId: newer.id }} submit={t('takeNewer')} />}>{t('newer', { number: newer.number })}</Alert>}
        {place ? <PlacePart ids={ids} place={place} moves={moves} newest={newest} today={frame.today} mayMove={mayMove} mayMake={mayManage && !frame.bar.glass} /> : mayMove && <Card title={t('whatIsIt')}>
          <p className="mb-3 max-w-text">{t('whatHelp')}</p>
          <ul className="mb-4 max-w-text space-y-2">{choices.map((one) => <li key={one.id}><strong>{wordsIn(one.name, locale)}.</strong> {wordsIn(one.lead, locale)}</li>)}</ul>
          {choose}
          {mayDescribe && <p className="mt-4"><a href="/admin/methods">{t('seeAll')}</a></p>}
        </Card>}
        {place && mayMove && <div>{choose}<ScopedForm fold={t('leave')} action={leaveMethod} scope="leave" hidden={{ ...ids, turn: String(turn) }} area={{ label: t('whyLeave') }} submit={t('leave')} /></div>}
        {moves.length > 0 && <Explain summary={t('history', { count: moves.length })}><MoveHistory moves={moves} versions={versions} /></Explain>}
      </div>
    </PersonFrame>
  )
}
