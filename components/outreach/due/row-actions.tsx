import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { LinkButton } from '@/components/ui/link-button'
import { Menu } from '@/components/ui/menu'
import { logAttempt } from '@/lib/outreach/attempts/actions'
import type { ListQueue } from '@/lib/outreach/due/list/queues'
import type { ListRow } from '@/lib/outreach/due/list/rows'
import { handleReply } from '@/lib/outreach/tasks/actions'
import { reconsider } from '@/lib/outreach/wishes/actions'
import type { Day } from '@/lib/platform/day'

type Props = {
  row: ListRow
  queue: ListQueue
  today: Day
  /** Where a tap leads back to. */
  back: string
  /** The list whose panel opens, where the row stands on another page. */
  listBack?: string
}

/** What solves this row, on the row itself, in one tap where one tap is enough; the rest behind the dots. */
export function RowActions({ row, queue, today, back, listBack = back }: Props) {
  const t = useTranslations('outreach.action')
  const panel = (form: string) => `${listBack}&open=${row.personId}#${form}`
  return (
    <div className="no-print row-actions flex flex-wrap items-center justify-end gap-1 whitespace-nowrap sm:flex-nowrap">
      <MainAction row={row} queue={queue} today={today} back={back} listBack={listBack} />
      <Menu about={row.name} size="small">
        <a href={`/people/${row.personId}`}>{t('person')}</a>
        <a href={panel('attempt')}>{t('log')}</a>
        <a href={panel('wish')}>{t('wish')}</a>
        <a href={panel('return')}>{t('returned')}</a>
        <a href={panel('address')}>{t('address')}</a>
        <hr />
        <a href={panel('end')}>{t('end')}</a>
      </Menu>
    </div>
  )
}

function MainAction({ row, queue, today, back, listBack = back }: Props) {
  const t = useTranslations('outreach.action')
  const reply = queue === 'NO_REPLY' ? null : row.reply
  if (row.uncertainLetterId && (queue === 'UNCERTAIN' || !reply)) return <LinkButton href="/outreach/runs" size="small" variant="primary">{t('settle')}</LinkButton>
  if (reply?.kind === 'CALL' || (reply?.kind === 'TALK' && !reply.booked)) return <Attempts row={row} back={back} choices={CALL} />
  if (reply?.kind === 'MOVED' || row.returnedOn || row.channel === 'NONE') return <LinkButton href={`${listBack}&open=${row.personId}#address`} size="small" variant="primary">{t('address')}</LinkButton>
  if (reply) return <ActionButton action={handleReply} values={{ replyId: reply.id, back }} size="small" variant="primary">{t('take')}</ActionButton>
  if (row.step && row.step.day <= today) return <Attempts row={row} back={back} choices={CHOICES[row.step.kind]} />
  if (row.due?.kind === 'reconsider') {
    return (
      <>
        <ActionButton action={reconsider} values={{ personId: row.personId, decision: 'KEEP', back }} size="small">{t('keep')}</ActionButton>
        <ActionButton action={reconsider} values={{ personId: row.personId, decision: 'ASK', back }} size="small">{t('ask')}</ActionButton>
      </>
    )
  }
  return <LinkButton href={`${listBack}&open=${row.personId}#attempt`} size="small">{t('more')}</LinkButton>
}

const CALL = [{ channel: 'PHONE', outcome: 'REACHED', text: 'reached' }, { channel: 'PHONE', outcome: 'NOT_REACHED', text: 'notReached' }] as const
const CHOICES = {
  PHONE: CALL,
  OTHER_CHANNEL: [{ channel: 'SMS', outcome: 'NOT_REACHED', text: 'sms' }, { channel: 'EMAIL', outcome: 'NOT_REACHED', text: 'email' }],
  HOME_VISIT: [{ channel: 'HOME_VISIT', outcome: 'REACHED', text: 'visitMet' }, { channel: 'HOME_VISIT', outcome: 'NOT_REACHED', text: 'visitNot' }],
} as const

function Attempts({ row, back, choices }: { row: ListRow; back: string; choices: (typeof CHOICES)[keyof typeof CHOICES] }) {
  const t = useTranslations('outreach.action')
  return choices.map((choice) => (
    <ActionButton key={choice.text} action={logAttempt} values={{ personId: row.personId, channel: choice.channel, outcome: choice.outcome, back }} size="small" pendingLabel={t('pending')}>
      {t(choice.text)}
    </ActionButton>
  ))
}
