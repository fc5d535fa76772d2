import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import type { CaseRow } from '@/lib/casework/cases/queries'
import { leaveCase, revokeTransfer } from '@/lib/casework/sharing/actions'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'

type Props = { personId: string; one: CaseRow; today: Day; mayChange: boolean }

/** Who works on the case beside the one who has it, and until when the person lets them. */
export function CaseOthers({ personId, one, today, mayChange }: Props) {
  const [t, locale] = [useTranslations('casework.sharing'), useLocale()]
  const others = one.people.filter(({ role, to }) => role === 'professional' && (to === null || to >= today))
  if (others.length === 0) return null
  return (
    <div>
      <h4 className="text-sm">{t('others')}</h4>
      <ul className="space-y-1">
        {others.map(({ userId, name, title, to }) => (
          <li key={userId} className="flex flex-wrap items-center gap-x-3">
            <span>{title ? `${name}, ${title}` : name}{to && <span className="text-muted"> · {t('until', { day: formatDay(to, locale) })}</span>}</span>
            {mayChange && <ActionButton action={leaveCase} values={{ personId, caseId: one.id, userId }} size="small" variant="quiet">{t('leave')}</ActionButton>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** An offer that waits, and one that was refused: the sender is told why. */
export function CaseOnItsWay({ personId, one, mayChange }: Omit<Props, 'today'>) {
  const [t, locale] = [useTranslations('casework.sharing'), useLocale()]
  const { transfer } = one
  if (!transfer || transfer.answer === 'accepted' || transfer.answer === 'revoked' || one.step.state === 'closed') return null
  const unit = nameOf(transfer.unit, locale)
  const to = transfer.to ? t('toPerson', { name: transfer.to, unit }) : unit
  const when = formatMoment(transfer.at, locale, 'short')
  if (transfer.answer === 'refused') return <Alert tone="warning" compact>{t('wasRefused', { to, name: transfer.answeredBy ?? unit, words: transfer.words ?? '' })}</Alert>
  return (
    <Alert compact actions={mayChange && <ActionButton action={revokeTransfer} values={{ personId, transferId: transfer.id }} size="small">{t('revoke')}</ActionButton>}>
      {t('waits', { to, name: transfer.by, when })} <q>{transfer.message}</q>
    </Alert>
  )
}
