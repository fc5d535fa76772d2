import { useLocale } from 'next-intl'
import { formatMoment, machineMoment, type DayLook } from '@/lib/platform/dates'

/** A moment in Danish time: "5. september 2026 kl. 10.30". */
export function MomentText({ moment, look = 'long' }: { moment: Date; look?: DayLook }) {
  return <time dateTime={machineMoment(moment)} className="tabular">{formatMoment(moment, useLocale(), look)}</time>
}
