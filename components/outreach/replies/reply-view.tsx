import { getLocale, getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { sendReply } from '@/lib/outreach/replies/actions'
import type { FreeSlot, GivenReply, ReplyPage } from '@/lib/outreach/replies/reply-page'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf, type Day } from '@/lib/platform/day'
import { unbroken } from '@/lib/platform/unbroken'
import { ReplyForm } from './reply-form'
import { replyChoices } from './reply-texts'

type Props = { code: string; page: ReplyPage; slots: FreeSlot[]; today: Day }

/** The reply page of a letter: who reads the answer, what stands now, and the question. */
export async function ReplyView({ code, page, slots, today }: Props) {
  const [t, choices] = await Promise.all([getTranslations('reply.page'), replyChoices(slots, today)])
  const { contact, talk } = page
  return (
    <>
      <header className="mb-8 max-w-text">
        <h1>{t('title')}</h1>
        <p className="mt-3 text-lg">{t('lead')}</p>
        {contact && <p className="mt-2 text-muted">{contact.phone ? t('contact', { name: contact.name, phone: unbroken(contact.phone) }) : t('contactNoPhone', { name: contact.name })}</p>}
      </header>
      <div className="mb-6 space-y-3">
        {talk && <TalkNote code={code} talk={talk} />}
        {page.replies.filter((reply) => !talk || reply.kind !== 'TALK').map((reply) => <AnswerNote key={reply.kind} reply={reply} />)}
      </div>
      <ReplyForm action={sendReply} code={code} choices={choices} />
    </>
  )
}

async function TalkNote({ code, talk }: { code: string; talk: FreeSlot }) {
  const [t, locale] = await Promise.all([getTranslations('reply.page'), getLocale()])
  const values = { day: formatDay(dayOf(talk.startsAt), locale, 'weekday'), time: formatTimeSpan(talk.startsAt, talk.endsAt, locale) }
  return <Alert tone="info" title={t('hasTalk', values)} actions={<a href={`/svar/${code}/kvittering`}>{t('hasTalkLink')}</a>}>{t('hasTalkBody')}</Alert>
}

async function AnswerNote({ reply }: { reply: GivenReply }) {
  const [t, locale] = await Promise.all([getTranslations('reply'), getLocale()])
  const answer = t(`short.${reply.kind}`, { month: reply.laterMonth ? formatDay(reply.laterMonth, locale, 'month') : '' })
  return <Alert tone="success" title={t('page.answered', { answer })}>{t('page.answeredBody')}</Alert>
}
