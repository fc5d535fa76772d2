import { getTranslations } from 'next-intl/server'
import type { Reason } from '@/lib/oversight/unusual/rules'

/** Why a look-up is on the list, as sentences; what speaks for it last. */
export async function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const t = await getTranslations('oversight.unusual.reason')
  return <ul className="list-disc space-y-1 ps-5">{reasons.map(({ code, count }) => <li key={code}>{t(code, { count: count ?? 0 })}</li>)}</ul>
}
