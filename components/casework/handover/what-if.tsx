import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import { spokenOf } from '@/lib/access/languages/rules'
import type { Reassigning, Receiver } from '@/lib/casework/handover/reassign/queries'
import { dueSoon, fitOf, loadsAfter, losesLanguage } from '@/lib/casework/handover/reassign/rules'
import type { HeldCase } from '@/lib/casework/handover/reassign/sql'
import { against, caseloadWeight, type Load } from '@/lib/casework/weights/rules'
import { loadOf } from '@/lib/casework/weights/sql'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { ReassignForm } from './reassign-form'

/** What would come of it: everybody's load before and after, what is due within two weeks, what is lost, and what cannot go. Nothing is changed by looking. */
export function WhatIf({ found: { user, cases, loads, proposed, receivers }, today }: { found: Reassigning; today: Day }) {
  const [t, weigh, locale] = [useTranslations('casework.handover'), useTranslations('casework.weights'), useLocale()]
  const can = proposed.filter(({ why }) => why === null)
  const before = new Map(loads.map((load): [string, Load] => [load.userId, load]))
  const after = loadsAfter(before, user.id, cases, can)
  const limit = loads[0]?.limit ?? null
  const people = [user, ...receivers.filter(({ id }) => can.some((one) => one.userId === id))]
  const said = (load: Load) => `${caseloadWeight(load).open} · ${weigh('weighsShort', { weight: caseloadWeight(load).weight })}`
  const rows = proposed.flatMap((choice) => cases.filter(({ caseId }) => caseId === choice.caseId).map((one) => ({ ...choice, one })))
  const nameOf = (id: string) => receivers.find((one) => one.id === id)?.name ?? ''
  return (
    <section className="mb-6 space-y-4" aria-labelledby="what-if">
      <h2 id="what-if">{t('whatIf', { count: can.length })}</h2>
      <Card title={t('loads')}>
        <DataTable caption={t('loads')} rows={people} rowKey={({ id }) => id} empty={null} columns={[
          { key: 'name', header: t('colleague'), rowHeader: true, cell: ({ name }) => name },
          { key: 'before', header: t('before'), cell: ({ id }) => said(loadOf(loads, id)) },
          { key: 'after', header: t('after'), cell: ({ id }) => { const load = after.get(id) ?? loadOf(loads, id); const over = against(load, limit); return <>{said(load)} {over !== null && over !== 'within' && <Tag tone="warning">{t('over', { limit: limit ?? 0 })}</Tag>}</> } },
        ]} />
      </Card>
      <Card title={t('each')}>
        <ul className="divide-y divide-line">
          {rows.map(({ one, userId, why }) => (
            <li key={one.caseId} className="py-2">
              <p><strong>{one.name}</strong> → {nameOf(userId)} {why && <Tag tone="error">{t(`why.${why}`)}</Tag>}</p>
              {!why && <ul className="list-disc ps-5 text-sm">
                {dueSoon(one.dues, today).map((due) => <li key={due.what}>{t(`dueOf.${due.what}`, { count: due.count, day: formatDay(due.on, locale, 'short') })}</li>)}
                <SpokenWith one={one} from={user} to={receivers.find(({ id }) => id === userId)} />
                {one.offered && <li>{t('lost.offered')}</li>}
                {one.referrals > 0 && <li>{t('lost.referrals', { count: one.referrals })}</li>}
                {one.others > 0 && <li>{t('lost.others', { count: one.others })}</li>}
              </ul>}
            </li>
          ))}
        </ul>
        <p className="mt-2 max-w-text text-sm text-muted">{t('lost.always', { name: user.name })}</p>
      </Card>
      {can.length > 0 && <ReassignForm userId={user.id} moves={can.map(({ caseId, userId }) => `${caseId}:${userId}`)} texts={{ tasks: t('tasks'), tasksHelp: t('tasksHelp', { count: rows.reduce((sum, { one, why }) => sum + (why ? 0 : one.tasks), 0) }), submit: t('submit', { count: can.length }), cancel: t('cancel') }} />}
    </section>
  )
}

/** What the citizen speaks and needs, and whether whoever takes over can speak with them. Nothing is said where it is Danish and no interpreter. */
function SpokenWith({ one: { language, interpreterNeeded, signLanguage }, from, to }: { one: HeldCase; from: Reassigning['user']; to: Receiver | undefined }) {
  const [t, names] = [useTranslations('casework.handover.speaks'), useTranslations('people')]
  if (!to) return null
  const [mine, theirs] = [spokenOf(from.languages), spokenOf(to.languages)]
  const fit = fitOf(language, theirs)
  return (
    <>
      {fit && <li>{t(fit, { language: names.has(`language.${language}` as 'language.ar') ? names(`language.${language}` as 'language.ar').toLowerCase() : language, name: to.name })} {fit === 'none' && <Tag tone="warning">{t('check')}</Tag>}{losesLanguage(language, mine, theirs) && <> {t('lost', { name: from.name })}</>}</li>}
      {interpreterNeeded && <li>{t('interpreter')}</li>}
      {signLanguage && <li>{t('sign')}</li>}
    </>
  )
}
