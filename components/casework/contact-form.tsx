'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { TimeField } from '@/components/ui/time-field'
import { logContact } from '@/lib/casework/contacts/actions'
import type { Day } from '@/lib/platform/day'
import { type ListedText, TextList } from './standard-texts/text-list'
import { useDraft } from './use-draft'

export type Restored = { id: string; fields: Record<string, string | string[]> }
type Props = {
  people: [string, ...string[]]; back?: string; outcomes: Choice[]; kinds: Choice[]; /** Said where the draft was of a kind that is out of use. */ kindGone: string | null; topics: { code: string; name: string }[]; today: Day; time: string
  /** What was typed before, when the reader asked for it: never in a new form by surprise. */
  restored: Restored | null; texts: Record<string, string>; cases: Choice[]; standardTexts: ListedText[]; /** The words around them. */ standard: Record<string, string>
  /** The page is the form: it begins there. */ focus?: boolean
}

/** Reached, tried or work · how · when · what · agreed · next. An attempt needs the first two, and is shown nothing else unless something stands there. */
export function ContactForm({ people: [personId, ...others], back, outcomes, kinds, kindGone, topics, today, time, restored, texts, cases, standardTexts, standard, focus }: Props) {
  const [answer, submit] = useActionState(logContact, null)
  const state = answer ?? (restored && { values: restored.fields })
  const draft = useDraft(restored?.id)
  const more = (code: string, label: string) => <TextArea name={`note.${code}`} label={label} state={state} rows={3} maxLength={8000} placeholder=" " />
  return (
    <form action={submit} onInput={draft.typed} onBlur={draft.left} noValidate className="contact-form space-y-4">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      {others.map((id) => <input key={id} type="hidden" name="alsoPersonId" value={id} />)}
      {back && <input type="hidden" name="back" value={back} />}
      <input type="hidden" name="draftId" value={draft.id} suppressHydrationWarning />
      <RadioGroup name="outcome" label={texts.outcome} options={outcomes} state={state} autoFocus={focus} />
      {kindGone && !answer && <Alert tone="warning" compact>{kindGone}</Alert>}
      <RadioGroup name="kind" label={texts.kind} help={texts.kindHelp} options={kinds} state={state} inline />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="happenedOn" label={texts.happenedOn} defaultValue={today} state={state} />
        <TimeField name="at" label={texts.at} help={texts.atHelp} defaultValue={time} state={state} />
      </div>
      <div className="of-a-talk space-y-4">
        {more('general', texts.general ?? '')}
        <TextList texts={standardTexts} words={standard} />
        <CheckboxGroup name="topics" label={texts.topics} help={texts.topicsHelp} optional state={state} options={topics.map(({ code, name }) => ({ value: code, label: name, more: more(code, name) }))} />
        {/* One is what it is about, unless it is said otherwise. */}
        {cases.length > 0 && <CheckboxGroup name="caseId" label={texts.cases} help={texts.casesHelp} optional state={state} defaultValue={cases.length === 1 ? cases.map(({ value }) => value) : []} options={cases} />}
        <TextArea name="agreed" label={texts.agreed} optional state={state} rows={2} maxLength={4000} placeholder=" " />
      </div>
      <TextInput name="nextStep" label={texts.nextStep} help={texts.nextStepHelp} optional state={state} />
      <DateField name="nextOn" label={texts.nextOn} optional state={state} />
      <details className="explain">
        <summary>{texts.more}</summary>
        <div className="mt-2 space-y-3">
          <TextInput name="minutes" label={texts.minutes} optional state={state} />
          <TextInput name="travelMinutes" label={texts.travelMinutes} optional state={state} />
          <TextInput name="travelKm" label={texts.travelKm} optional state={state} />
          <Checkbox name="companion" label={texts.companion} state={state} />
          <Checkbox name="interpreter" label={texts.interpreter} state={state} />
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{texts.submit}</SubmitButton>
        <p role="status" className="text-sm text-muted">{draft.says}</p>
      </div>
    </form>
  )
}
