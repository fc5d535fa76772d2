'use client'

import { useActionState } from 'react'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { TimeField } from '@/components/ui/time-field'
import { reportBreach } from '@/lib/oversight/breaches/actions'
import type { Day } from '@/lib/platform/day'

type Texts = Record<'name' | 'nameHelp' | 'foundAt' | 'awareAt' | 'awareHelp' | 'time' | 'kinds' | 'happened' | 'people' | 'dataKinds' | 'dataKindsHelp' | 'measures' | 'send', string>
type Props = { texts: Texts; kinds: { value: string; label: string }[]; now: { day: Day; time: string }; begun: { selection: string; happened: string; people: string } | null }

export function BreachForm({ texts, kinds, now, begun }: Props) {
  const [state, submit] = useActionState(reportBreach, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="selection" value={begun?.selection ?? ''} />
      <TextInput name="title" label={texts.name} help={texts.nameHelp} state={state} autoComplete="off" />
      <TextArea name="happened" label={texts.happened} defaultValue={begun?.happened} state={state} rows={6} maxLength={4000} />
      <CheckboxGroup name="kinds" label={texts.kinds} options={kinds} state={state} />
      <TextInput name="dataKinds" label={texts.dataKinds} help={texts.dataKindsHelp} state={state} autoComplete="off" />
      <TextInput name="people" label={texts.people} defaultValue={begun?.people} state={state} width="short" inputMode="numeric" autoComplete="off" optional />
      <TextArea name="measures" label={texts.measures} state={state} rows={3} maxLength={4000} optional />
      <div className="flex flex-wrap items-end gap-4"><DateField name="foundAt" label={texts.foundAt} state={state} defaultValue={now.day} /><TimeField name="foundAtTime" label={texts.time} state={state} defaultValue={now.time} /></div>
      <div className="flex flex-wrap items-end gap-4"><DateField name="awareAt" label={texts.awareAt} help={texts.awareHelp} state={state} defaultValue={now.day} /><TimeField name="awareAtTime" label={texts.time} state={state} defaultValue={now.time} /></div>
      <SubmitButton>{texts.send}</SubmitButton>
    </form>
  )
}
