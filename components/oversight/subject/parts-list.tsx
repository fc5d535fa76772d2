import { getTranslations, getLocale } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { byTable, fieldName, fieldText, type Say, strikeText, tableName } from '@/lib/oversight/subject-export/document'
import { type Field, type Part, REDACTION_REASONS } from '@/lib/oversight/subject-export/rules'
import { maskCpr } from '@/lib/people/cpr/rules'
import { StrikeForm } from './strike-form'

/** Everything that will be in the file, table by table, each piece with a box to strike it out. */
export async function PartsList({ requestId, parts, open }: { requestId: string; parts: Part[]; open: boolean }) {
  const t = await getTranslations('oversight.subject')
  const locale = (await getLocale()) === 'en' ? 'en' : 'da'
  const say: Say = Object.assign((key: string, values?: Record<string, string | number>) => t(key as 'title', values), { has: (key: string) => t.has(key as 'title') })
  const reasons = [...REDACTION_REASONS.map((value) => ({ value: value as string, label: t(`reason.${value}`) })), { value: 'keep', label: t('page.keep') }]
  const texts = { strikeReason: t('page.strikeReason'), choose: t('page.choose'), replacement: t('page.replacement'), replacementHelp: t('page.replacementHelp'), strike: t('page.strike') }
  const value = (field: Field) => (field.column.name === 'cpr' ? maskCpr(String(field.value)) : fieldText(field, { t: say, locale }))
  return byTable(parts).map(([tab, rows]) => {
    const list = (
      <ol className="space-y-3">
        {rows.map((part, at) => <PartRow key={part.key} part={part} name={t('page.rowOf', { table: tableName(tab, say), at: at + 1 })} say={say} value={value} open={open} />)}
      </ol>
    )
    return <Card key={tab} id={tab} title={<>{tableName(tab, say)} <span className="font-normal text-muted">{rows.length}</span></>}>{open ? <StrikeForm requestId={requestId} tab={tab} reasons={reasons} texts={texts}>{list}</StrikeForm> : list}</Card>
  })
}

function PartRow({ part, name, say, value, open }: { part: Part; name: string; say: Say; value: (field: Field) => string; open: boolean }) {
  const box = (field: string, label: string) => open && <input type="checkbox" name="parts" value={`${part.tab}|${part.key}|${field}`} aria-label={label} className="mt-1 size-4 shrink-0" />
  return (
    <li className="grid grid-cols-1 gap-1 border-t border-line pt-2 first:border-t-0 first:pt-0">
      {open && <label className="flex items-start gap-2 text-sm text-muted">{box('', `${name}: ${say('page.whole')}`)}{say('page.whole')}</label>}
      {part.struck && <p className="text-error-ink">{strikeText(part.struck, say)}</p>}
      <dl className="grid grid-cols-1 gap-1">
        {part.fields.map((field) => (
          <div key={field.column.name} className="flex items-start gap-2">
            {box(field.column.name, `${name}: ${fieldName(field.column.name, say)}`)}
            <dt className="w-28 shrink-0 text-sm text-muted sm:w-44">{fieldName(field.column.name, say)}</dt>
            <dd className="min-w-0 wrap-anywhere">
              {field.struck || part.struck ? <s className="text-muted">{value(field)}</s> : value(field)} {field.struck && <span className="text-error-ink">{strikeText(field.struck, say)}</span>}
              {field.free && !field.struck && !part.struck && <> <Tag tone="warning">{say('page.free')}</Tag></>}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
