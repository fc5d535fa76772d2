import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import { Tag } from '@/components/ui/tag'
import { addDialoguePoint, cancelDialogue, dialoguePointDone } from '@/lib/associations/dialogue/actions'
import type { DialogueMeeting, OpenDialogue } from '@/lib/associations/dialogue/queries'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { DialogueStanding } from './dialogue-standing'

type Props = { found: OpenDialogue; today: Day; mayManage: boolean }

/** The meetings with one association: the one to come with its agenda, for paper too, and those that were, with what is to be done. */
export function DialoguePage({ found: { association, meetings, next }, today, mayManage }: Props) {
  const t = useTranslations('associations')
  return (
    <>
      <PageHeading above={<BackLink href={`/associations/${association.id}`}>{t('backToOne')}</BackLink>} title={`${t('dialogue.title')}: ${association.name}`} lead={t('dialogue.lead')}
        actions={<>{mayManage && <LinkButton href={`/associations/${association.id}/meeting`} icon="plus">{t('dialogue.plan')}</LinkButton>}<PrintButton>{t('print')}</PrintButton></>} />
      <div className="space-y-6">
        <div className="flex flex-wrap items-baseline gap-x-2"><strong>{t('dialogue.nextOne')}</strong><DialogueStanding next={next} /></div>
        {meetings.length === 0 && <EmptyState title={t('dialogue.none')}>{t('dialogue.noneLead')}</EmptyState>}
        {meetings.map((one) => <Meeting key={one.id} one={one} associationId={association.id} today={today} mayManage={mayManage && !one.cancelled} />)}
      </div>
    </>
  )
}

function Meeting({ one, associationId, today, mayManage }: { one: DialogueMeeting; associationId: string; today: Day; mayManage: boolean }) {
  const [t, locale] = [useTranslations('associations.dialogue'), useLocale()]
  const ids = { associationId, dialogueId: one.id }
  const state = one.cancelled ? 'cancelled' : one.onDay >= today ? 'planned' : 'held'
  return (
    <Card title={<>{formatDay(one.onDay, locale)} <Tag tone={state === 'planned' ? 'info' : 'neutral'}>{t(`is.${state}`)}</Tag></>} actions={mayManage && <span className="no-print flex flex-wrap gap-2"><LinkButton href={`/associations/${associationId}/dialogue/${one.id}`} size="small">{t('edit')}</LinkButton>{state === 'planned' && <ActionButton action={cancelDialogue} values={{ ...ids, version: String(one.version) }} size="small" variant="quiet">{t('cancel')}</ActionButton>}</span>}>
      <h3 className="text-base">{t('agenda')}</h3>
      <p className="max-w-text whitespace-pre-line">{one.agenda}</p>
      <h3 className="mt-3 text-base">{t('participants')}</h3>
      <p className="max-w-text whitespace-pre-line">{one.participants}</p>
      {(one.points.length > 0 || mayManage) && <h3 className="mt-3 text-base">{t('points')}</h3>}
      <ul className="space-y-2">{one.points.map((point) => (
        <li key={point.id} className="flex flex-wrap items-center justify-between gap-2">
          <span>{point.words} <span className="text-sm text-muted">{point.doneOn ? t('doneOn', { day: formatDay(point.doneOn, locale, 'short') }) : t('by', { day: formatDay(point.dueOn, locale, 'short') })}</span> {!point.doneOn && point.dueOn < today && <Tag tone="error">{t('late')}</Tag>}</span>
          {mayManage && !point.doneOn && <ActionButton action={dialoguePointDone} values={{ associationId, dialoguePointId: point.id }} size="small">{t('done')}</ActionButton>}
        </li>
      ))}</ul>
      {mayManage && <div className="no-print mt-3"><Explain summary={t('addPoint')}><FieldsForm action={addDialoguePoint} hidden={ids} fields={[{ type: 'area', name: 'words', label: t('form.words'), max: 500 }, { type: 'date', name: 'due', label: t('form.due'), value: null }]} submit={t('form.add')} /></Explain></div>}
    </Card>
  )
}
