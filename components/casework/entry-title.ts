import type { ContactChannel, ContactOutcome, NamedKind } from '@/lib/casework/contacts/rules'
import { nameOf } from '@/lib/platform/i18n/named'

type Translate = (key: string, values?: Record<string, string | number>) => string
type Titled = { outcome: ContactOutcome; channel: ContactChannel; /** Null: work, or an installation that has no such kind. */ kind: Pick<NamedKind, 'nameDa' | 'nameEn'> | null }

/** How it was, in the municipality's own word; an attempt says that nobody was met. `t`: of `casework`. */
export function entryTitle({ outcome, channel, kind }: Titled, t: Translate, locale: string): string {
  const usual = t(`channel.${channel}`)
  const name = kind ? nameOf(kind, locale) : usual
  if (outcome !== 'tried') return name
  return name === usual ? t(`log.tried.${channel}`) : t('log.triedKind', { kind: name, missed: t(`log.missed.${channel}`) })
}
