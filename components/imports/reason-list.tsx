import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { ActionButton } from '@/components/ui/action-button'
import { decideKind } from '@/lib/people/register-import/decisions/actions'
import type { RowPage } from '@/lib/people/register-import/queries'
import { reasonName } from './sentences'

type Props = { batch: string; page: RowPage; href: (reason: string) => string; back: string }

/** Doubts that only the one who knows both sides can settle: never by one answer for all. Nor a row said twice: it can only be left out. */
const ONE_BY_ONE = new Set(['duplicate-in-file', 'several-candidates', 'contradicts-row', 'cpr-differs', 'name-differs', 'decision-outdated', 'waits-for-row'])

/** Why the rows wait, most frequent first; where one answer can fit all, it can be given here. */
export function ReasonList({ batch, page, href, back }: Props) {
  const t = useTranslations('imports')
  const { number } = useFormatter()
  const doubtful = page.show === 'doubtful'
  if (page.reasons.length === 0 || (!doubtful && page.show !== 'error')) return null
  return (
    <section aria-label={t('preview.reasons')} className="border border-line bg-surface">
      <ul>
        {page.reasons.map(({ code, count }) => (
          <li key={code} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-1.5 last:border-b-0">
            <span className="tabular w-10 text-end font-semibold">{number(count)}</span>
            <Link href={href(code)} prefetch={false} className="min-w-52 flex-1">{reasonName(t, code)}</Link>
            {doubtful && (
              <span className="flex flex-wrap gap-2">
                {!ONE_BY_ONE.has(code) && <ActionButton action={decideKind} values={{ batch, code, wanted: 'apply', back }} size="small">{t('preview.applyAll', { count })}</ActionButton>}
                <ActionButton action={decideKind} values={{ batch, code, wanted: 'skip', back }} size="small" variant="quiet">{t('preview.skipAll', { count })}</ActionButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
