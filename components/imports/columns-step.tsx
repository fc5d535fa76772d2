import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { readSheet, saveColumns } from '@/lib/people/register-import/actions'
import { VETERAN_REGISTER } from '@/lib/people/register-import/fields'
import type { Batch } from '@/lib/people/register-import/queries'
import { ColumnsForm, type ColumnGroup } from './columns-form'
import { fieldName } from './sentences'

const GROUPS = [
  { key: 'person', has: (field: Field) => !field.address && !field.repeated && !CONTACT.has(field.key) },
  { key: 'address', has: (field: Field) => field.address !== undefined },
  { key: 'contact', has: (field: Field) => CONTACT.has(field.key) },
  { key: 'deployment', has: (field: Field) => field.repeated === true },
] as const
type Field = (typeof VETERAN_REGISTER.fields)[number]
const CONTACT = new Set(['phone', 'email', 'protectedAddress', 'digitalPost'])
const REQUIRED = new Set(VETERAN_REGISTER.required.flat())

/** Step 2: what each column of the file is. Guessed, or as the last time; the cells beside it show whether it is right. */
export async function ColumnsStep({ batch, samples }: { batch: Batch; samples: string[][] }) {
  const t = await getTranslations('imports')
  const say = t as unknown as (key: string, values?: object) => string
  const example = (column: number) => [...new Set(samples.map((cells) => (cells[column] ?? '').trim()).filter(Boolean))].slice(0, 3).join(' · ').slice(0, 120)
  const groups: ColumnGroup[] = GROUPS.map((group) => ({
    title: t(`columns.group.${group.key}`),
    fields: VETERAN_REGISTER.fields.filter(group.has).map((field) => ({ key: field.key, label: fieldName(t, field.key), required: field.key === 'fullName' ? t('columns.requiredWhole') : REQUIRED.has(field.key) ? t('columns.requiredParts') : null, column: batch.mapping[field.key] ?? null })),
  }))
  const columns = batch.columns.map((header, index) => ({ header, example: example(index) }))
  const others = batch.info.sheets.filter((sheet) => !sheet.chosen && !sheet.hidden)
  return (
    <div className="space-y-4">
      {batch.info.notes.map((note) => <Alert key={note.code} tone="info" compact>{say(`note.${note.code}`, note.params)}</Alert>)}
      {others.length > 0 && (
        <p className="flex flex-wrap items-center gap-2">
          {t('columns.otherSheets')} {others.map((sheet) => <ActionButton key={sheet.name} action={readSheet} values={{ batch: batch.id, sheet: sheet.name }} size="small">{sheet.name}</ActionButton>)}
        </p>
      )}
      <ColumnsForm action={saveColumns} batch={batch.id} complete={batch.complete} groups={groups} columns={columns} texts={{
        lead: t('columns.lead'), none: t('columns.none'), example: t('columns.example'), field: t('columns.field'), column: t('columns.column'),
        unused: t('columns.unused'), allUsed: t('columns.allUsed'), complete: t('columns.complete'), completeYes: t('columns.completeYes'), completeYesHelp: t('columns.completeYesHelp'),
        completeNo: t('columns.completeNo'), completeNoHelp: t('columns.completeNoHelp'), submit: t('columns.submit'), pending: t('columns.pending'),
      }} />
    </div>
  )
}
