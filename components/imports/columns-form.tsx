'use client'

import { useActionState, useState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type FormState, fieldErrors, fieldId, fieldValue } from '@/components/ui/form-state'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'

type Texts = Record<'lead' | 'none' | 'example' | 'field' | 'column' | 'unused' | 'allUsed' | 'complete' | 'completeYes' | 'completeYesHelp' | 'completeNo' | 'completeNoHelp' | 'submit' | 'pending', string>
export type ColumnGroup = { title: string; fields: { key: string; label: string; required: string | null; column: number | null }[] }
type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  batch: string; complete: boolean; groups: ColumnGroup[]; columns: { header: string; example: string }[]; texts: Texts
}

/** One line per field: the column it is read from, and what stands in it. Columns nobody chose are named below, so that none is forgotten in silence. */
export function ColumnsForm({ action, batch, complete, groups, columns, texts }: Props) {
  const [state, send] = useActionState(action, null)
  const [chosen, setChosen] = useState(() => Object.fromEntries(groups.flatMap((group) => group.fields.map((field) => [field.key, field.column === null ? '' : String(field.column)]))))
  const unused = columns.filter((_, index) => !Object.values(chosen).includes(String(index)))
  return (
    <form action={send} className="space-y-5">
      <input type="hidden" name="batch" value={batch} />
      <SubmissionField state={state} />
      <ErrorSummary state={state} />
      <p className="max-w-text text-muted">{texts.lead}</p>
      <div className="grid gap-x-8 gap-y-5 xl:grid-cols-2">
        {groups.map((group) => (
          <table key={group.title} className="import-columns w-full self-start">
            <caption className="pb-1 text-start font-semibold">{group.title}</caption>
            <thead className="sr-only"><tr><th scope="col">{texts.field}</th><th scope="col">{texts.column}</th><th scope="col">{texts.example}</th></tr></thead>
            <tbody>
              {group.fields.map((field) => (
                <FieldRow key={field.key} field={field} value={chosen[field.key] ?? ''} columns={columns} texts={texts} state={state} choose={(value) => setChosen({ ...chosen, [field.key]: value })} />
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="max-w-text">{unused.length === 0 ? texts.allUsed : <>{texts.unused} <strong className="font-semibold">{unused.map((column) => column.header).join(', ')}</strong></>}</p>
      <RadioGroup name="complete" label={texts.complete} state={state} defaultValue={complete ? 'yes' : 'no'} options={[
        { value: 'yes', label: texts.completeYes, help: texts.completeYesHelp }, { value: 'no', label: texts.completeNo, help: texts.completeNoHelp },
      ]} />
      <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
    </form>
  )
}

type RowProps = { field: ColumnGroup['fields'][number]; value: string; columns: Props['columns']; texts: Texts; state: FormState; choose: (value: string) => void }

function FieldRow({ field, value, columns, texts, state, choose }: RowProps) {
  const name = `column.${field.key}`
  const id = fieldId(name)
  const errors = fieldErrors(state, name)
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="w-44 py-1.5 pe-3 text-start font-normal">
        <label htmlFor={id}>{field.label}</label>
        {field.required && <span className="block text-sm text-muted">{field.required}</span>}
      </th>
      <td className="w-56 py-1 pe-3">
        <select key={fieldValue(state, name, '')} id={id} name={name} className="control" defaultValue={fieldValue(state, name, value)} onChange={(event) => choose(event.target.value)}
          aria-invalid={errors.length > 0 || undefined} aria-describedby={errors.length > 0 ? `${id}-error` : undefined}>
          <option value="">{texts.none}</option>
          {columns.map((column, index) => <option key={column.header} value={index}>{column.header}</option>)}
        </select>
        {errors.length > 0 && <p id={`${id}-error`} className="field-error">{errors.join(' ')}</p>}
      </td>
      <td className="max-w-0 truncate py-1.5 text-sm text-muted">{value !== '' && columns[Number(value)]?.example}</td>
    </tr>
  )
}
