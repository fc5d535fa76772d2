import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { undoMerge } from '@/lib/people/duplicates/actions'
import { type DuplicateList, type PairLine, PAIRS_PAGE } from '@/lib/people/duplicates/queries'
import { type DuplicateLevel, levelOf } from '@/lib/people/duplicates/rules'
import { formatDay } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'

type Props = { view: { person?: string; page: number }; list: DuplicateList }

export function DuplicatesPage({ view, list }: Props) {
  const t = useTranslations('people')
  const locale = useLocale()
  const side = (person: PairLine['left']) => <Link href={`/people/${person.id}`} prefetch={false}>{person.name}{person.birthDate && <span className="text-muted"> · {formatDay(person.birthDate, locale, 'short')}</span>}</Link>
  const columns: Column<PairLine>[] = [
    { key: 'left', header: t('duplicates.first'), rowHeader: true, cell: (pair) => side(pair.left) },
    { key: 'right', header: t('duplicates.second'), cell: (pair) => side(pair.right) },
    { key: 'level', header: t('duplicates.level'), cell: (pair) => <LevelTag level={levelOf(pair.score, pair.reasons) ?? 'possible'} /> },
    { key: 'why', header: t('duplicates.why'), cell: (pair) => pair.reasons.map((reason) => t(`reason.${reason}`)).join(', ') },
    { key: 'compare', header: t('duplicates.compare'), hideHeader: true, align: 'end', cell: (pair) => <LinkButton href={`/people/duplicates/${pair.id}`} size="small">{t('duplicates.compare')}</LinkButton> },
  ]
  return (
    <>
      <PageHeading title={t('duplicates.title')} lead={t('duplicates.lead')} above={<BackLink href={view.person ? `/people/${view.person}` : '/people'}>{t('search.title')}</BackLink>} />
      <DataTable caption={t('duplicates.pairs')} columns={columns} rows={list.pairs} rowKey={(pair) => pair.id} empty={<EmptyState title={t('duplicates.none')} good>{t('duplicates.noneBody')}</EmptyState>} />
      <Pagination page={view.page} pageSize={PAIRS_PAGE} total={list.total} href={(page) => `/people/duplicates?page=${page}`} />
      {list.merges.length > 0 && (
        <section className="mt-6">
          <h2 className="mb-2">{t('duplicates.merges')}</h2>
          <ul>
            {list.merges.map((merge) => (
              <li key={merge.id} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-1.5">
                <span><Link href={`/people/${merge.keptId}`} prefetch={false}>{t('duplicates.mergedWith', { merged: merge.mergedName, kept: merge.name })}</Link> <span className="text-sm text-muted">{[formatDay(dayOf(merge.at), locale, 'short'), merge.by].filter(Boolean).join(', ')} · {t('duplicates.until', { date: formatDay(dayOf(merge.undoableUntil), locale, 'short') })}</span></span>
                <ActionButton action={undoMerge} values={{ mergeId: merge.id }} size="small">{t('duplicates.undo')}</ActionButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function LevelTag({ level }: { level: DuplicateLevel }) {
  const t = useTranslations('people.level')
  return <Tag tone={level === 'possible' ? 'neutral' : 'warning'}>{t(level)}</Tag>
}
