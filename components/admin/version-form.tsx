'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Select, type Option } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { addRuleVersion } from '@/lib/deadlines/versions/actions'

type Texts = Record<'length' | 'unit' | 'source' | 'sourceHelp' | 'validFrom' | 'validFromHelp' | 'save', string>

export function VersionForm({ code, latest, units, texts }: { code: string; latest: { length: number; unit: string }; units: Option[]; texts: Texts }) {
  const [state, submit] = useActionState(addRuleVersion, null)
  return (
    <form action={submit} className="max-w-2xl space-y-4" noValidate>
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="code" value={code} />
      <TextInput name="length" label={texts.length} inputMode="numeric" width="tiny" defaultValue={String(latest.length)} state={state} />
      <Select name="unit" label={texts.unit} options={units} defaultValue={latest.unit} fit state={state} />
      <TextInput name="source" label={texts.source} help={texts.sourceHelp} state={state} />
      <DateField name="validFrom" label={texts.validFrom} help={texts.validFromHelp} state={state} />
      <SubmitButton>{texts.save}</SubmitButton>
    </form>
  )
}
