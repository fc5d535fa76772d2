import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { Tone } from '@/components/ui/tone'
import { closeSlot, talkHeld, talkNoShow } from '@/lib/outreach/talks/actions'
import type { WeekSlot } from '@/lib/outreach/talks/queries'
import { cancelReasons, talkStateOf, type TalkState } from '@/lib/outreach/talks/rules'
import { formatTimeSpan } from '@/lib/platform/dates'
import { CancelForm } from './cancel-form'

const tones: Record<TalkState, Tone> = { free: 'neutral', closed: 'neutral', booked: 'info', held: 'success', 'no-show': 'warning', over: 'warning' }

/** One time: who has it, and the buttons that fit what it is now. */
export async function SlotCard({ slot, now }: { slot: WeekSlot; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('talks'), getLocale()])
  const state = talkStateOf(slot, now)
  return (
    <article className="rounded-md border border-line bg-surface p-3">
      <p className="flex flex-wrap items-center justify-between gap-2"><strong className="tabular">{formatTimeSpan(slot.startsAt, slot.endsAt, locale)}</strong><Tag tone={tones[state]}>{t(`state.${state}`)}</Tag></p>
      {slot.talkId && <p className="mt-1">{slot.personId ? <a href={`/people/${slot.personId}`}>{slot.firstName} {slot.lastName}</a> : t('hidden')}</p>}
      <p className="text-sm text-muted">{slot.place}{!slot.own && <>, {t('with', { host: slot.host })}</>}</p>
      <div className="form-actions mt-2 gap-2">
        {state === 'free' && slot.own && slot.startsAt > now && <ActionButton size="small" variant="quiet" action={closeSlot} values={{ slotId: slot.id }}>{t('close')}</ActionButton>}
        {slot.talkId && slot.personId && <TalkButtons slot={slot} talkId={slot.talkId} begun={slot.startsAt <= now} open={state === 'booked' || state === 'over'} />}
      </div>
    </article>
  )
}

async function TalkButtons({ slot, talkId, begun, open }: { slot: WeekSlot; talkId: string; begun: boolean; open: boolean }) {
  const t = await getTranslations('talks')
  if (!open) return null
  if (begun)
    return (
      <>
        <ActionButton size="small" action={talkHeld} values={{ talkId }}>{t('held')}</ActionButton>
        <ActionButton size="small" action={talkNoShow} values={{ talkId }}>{t('noShow')}</ActionButton>
      </>
    )
  return (
    <>
      <LinkButton size="small" href={`/outreach/talks/book?person=${slot.personId}`}>{t('move')}</LinkButton>
      <CancelForm talkId={talkId} reasons={cancelReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        texts={{ trigger: t('cancel'), title: t('cancelTitle'), text: t('cancelText'), reason: t('reason'), submit: t('cancelDo') }} />
    </>
  )
}
