import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import { aboutPeople, otherLines, type Seen, type Verdict, verdictOf } from '@/lib/oversight/explain/rules'
import { explainWords } from './words'

/** One user and one citizen: can they, by which line, or what closes it. */
export async function PairSection({ seen, user }: { seen: Seen; user: string }) {
  const [t, say] = [await getTranslations('oversight.explain'), await explainWords()]
  const verdicts = aboutPeople.map((permission) => verdictOf(permission, seen))
  const read = verdictOf('person.read', seen)
  const columns: Column<Verdict>[] = [
    { key: 'what', header: t('what'), rowHeader: true, cell: ({ permission }) => say.permission(permission) },
    { key: 'answer', header: t('answer'), nowrap: true, cell: ({ yes }) => <Tag tone={yes ? 'success' : 'neutral'} icon={yes ? 'check' : 'minus'}>{t(yes ? 'yes' : 'no')}</Tag> },
    { key: 'why', header: t('why'), cell: ({ block, lines, proof }) => <div>{block ? t(`block.${block}`) : lines.map(say.line).join(' ')}{!block && proof && <span className="block text-sm text-muted">{t('proof')}</span>}</div> },
  ]
  const others = otherLines(seen)
  return (
    <>
      <Alert tone={read.yes ? 'info' : 'neutral'} title={t(read.yes ? 'opens' : 'closed', { user })}>{read.block ? t(`block.${read.block}`) : say.why(seen)}{seen.reasonNeeded && ` ${t('reasonNeeded')}`}</Alert>
      <div className="mt-5"><DataTable caption={t('permissions')} showCaption columns={columns} rows={verdicts} rowKey={({ permission }) => permission} empty={null} /></div>
      {others.length > 0 && <details className="mt-5"><summary>{t('others', { count: others.length })}</summary><ul className="mt-2 list-disc ps-6">{others.map((line) => <li key={`${line.action} ${line.role}`}>{say.permission(line.action)} <span className="text-muted">{say.line(line)}</span></li>)}</ul></details>}
    </>
  )
}
