'use client'

import { useActionState } from 'react'
import type { FormState } from '@/components/ui/form-state'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  hidden: Record<string, string>
  answers: { value: string; label: string }[]
  /** Read aloud before the buttons: which row they are about. */
  about: string
  said?: string
}

/** One row's answers, each its own button; works without scripts. */
export function AnswerForm({ action, hidden, answers, about, said }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} aria-label={about} className="flex flex-col items-start gap-1">
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <SubmissionField state={state} />
      {said && <span className="text-sm">{said}</span>}
      {answers.map((answer, index) => <SubmitButton key={answer.value} name="decision" value={answer.value} size="small" variant={index === answers.length - 1 ? 'quiet' : 'secondary'} className="text-start">{answer.label}</SubmitButton>)}
      {state?.message && <span role="alert" className="text-sm text-error-ink">{state.message}</span>}
    </form>
  )
}
