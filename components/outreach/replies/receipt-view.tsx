import { getLocale, getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { ActionButton } from '@/components/ui/action-button'
import { cancelTalk } from '@/lib/outreach/replies/actions'
import type { GivenReply, OwnTalk, ReplyPage } from '@/lib/outreach/replies/reply-page'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'

type Props = { code: string; page: ReplyPage; answerPath: string }

/** What happens next, who does it, and how to change it. Also what the person sees who comes back a week later. */
export async function ReceiptView({ code, page, answerPath }: Props) {
  const t = await getTranslations('reply.receipt')
  const { talk, replies } = page
  if (!talk && replies.length === 0)
    return <><h1>{t('nothing')}</h1><p className="my-4">{t('nothingBody')}</p><LinkButton href={answerPath} variant="primary">{t('answerNow')}</LinkButton></>
  return (
    <div className="max-w-text space-y-6">
      <h1>{t('title')}</h1>
      <section className="space-y-3 text-lg">
        <h2>{t('next')}</h2>
        {replies.map((reply) => <Next key={reply.kind} reply={reply} page={page} />)}
        {!replies.some((reply) => reply.kind === 'TALK') && talk && <p>{t('TALKbooked')}</p>}
      </section>
      {talk && <Talk code={code} talk={talk} answerPath={answerPath} />}
      {!talk && <p><a href={answerPath}>{replies.every((reply) => reply.kind === 'MOVED') ? t('movedLink') : t('again')}</a></p>}
    </div>
  )
}

async function Next({ reply, page }: { reply: GivenReply; page: ReplyPage }) {
  const [t, locale] = await Promise.all([getTranslations('reply.receipt'), getLocale()])
  const key = reply.kind === 'TALK' && page.talk ? 'TALKbooked' : reply.kind
  return <p>{t(key, { name: page.contact?.name ?? t('us'), month: reply.laterMonth ? formatDay(reply.laterMonth, locale, 'month') : '' })}</p>
}

async function Talk({ code, talk, answerPath }: { code: string; talk: OwnTalk; answerPath: string }) {
  const [t, locale] = await Promise.all([getTranslations('reply.receipt'), getLocale()])
  const when = `${formatDay(dayOf(talk.startsAt), locale, 'weekday')}, ${formatTimeSpan(talk.startsAt, talk.endsAt, locale)}`
  return (
    <>
      <section className="card"><div className="card-body space-y-4">
        <DescriptionList items={[
          { key: 'when', label: t('when'), value: <strong className="inline-block first-letter:uppercase">{when}</strong> },
          { key: 'where', label: t('where'), value: talk.place },
          { key: 'who', label: t('who'), value: talk.phone ? `${talk.host}, ${talk.phone}` : talk.host },
        ]} />
        <LinkButton href={`/svar/${code}/aftale.ics`} download="aftale.ics" icon="calendar" variant="primary">{t('calendar')}</LinkButton>
      </div></section>
      <section><h2>{t('companion')}</h2><p className="mt-2">{t('companionBody')}</p></section>
      <section className="no-print">
        <h2>{t('change')}</h2>
        <div className="form-actions mt-3">
          <LinkButton href={answerPath}>{t('move')}</LinkButton>
          <ActionButton action={cancelTalk} values={{ code, talkId: talk.id }}>{t('cancel')}</ActionButton>
        </div>
      </section>
    </>
  )
}
