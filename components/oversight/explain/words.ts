import { getLocale, getTranslations } from 'next-intl/server'
import type { Permission } from '@/lib/access/matrix'
import { type Line, type Seen, type Way, waysIn } from '@/lib/oversight/explain/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'

export type Words = { permission: (permission: string) => string; way: (way: Way) => string; line: (line: Line) => string; why: (seen: Seen) => string }

/** What the database answered, in sentences. */
export async function explainWords(): Promise<Words> {
  const [t, rights, role, locale] = [await getTranslations('oversight.explain'), await getTranslations('rights'), await getTranslations('frame.roles'), await getLocale()]
  const way = (one: Way) => {
    if (one.kind === 'programme') return t('way.programme', { role: role(one.role) })
    if (one.kind === 'glass') return t('way.glass', { until: formatMoment(new Date(one.until), locale, 'short') })
    return one.to ? t('way.assignedTo', { from: formatDay(one.from, locale, 'short'), to: formatDay(one.to, locale, 'short') }) : t('way.assigned', { from: formatDay(one.from, locale, 'short') })
  }
  return {
    permission: (permission) => rights(`permission.${(permission as Permission).replaceAll('.', '-')}`),
    way,
    line: (line) => t('line', { role: role(line.role), scope: rights(`scope.${line.scope}`) }),
    why: (seen) => {
      const ways = waysIn(seen)
      // A responsibility that opens nothing by itself is still what one wants to know.
      const also = seen.opens && seen.responsible && !ways.some((one) => one.kind === 'assigned')
      return [...ways.map(way), ...(also ? [t('alsoResponsible')] : [])].join(' ')
    },
  }
}
