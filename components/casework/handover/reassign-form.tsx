'use client'

import { useActionState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary'
import { LinkButton } from '@/components/ui/link-button'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { reassignCases } from '@/lib/casework/handover/reassign/actions'

/** Says yes to what was looked at. `moves`: a case and whom it goes to. */
export function ReassignForm({ userId, moves, texts }: { userId: string; moves: string[]; texts: Record<'tasks' | 'tasksHelp' | 'submit' | 'cancel', string> }) {
  const [state, submit] = useActionState(reassignCases, null)
  return (
    <form action={submit} noValidate className="space-y-3">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="userId" value={userId} />
      {moves.map((move) => <input key={move} type="hidden" name="move" value={move} />)}
      <Checkbox name="tasks" label={texts.tasks} help={texts.tasksHelp} defaultChecked state={state} />
      <div className="form-actions"><SubmitButton>{texts.submit}</SubmitButton><LinkButton href={`/handover/${userId}`} variant="quiet">{texts.cancel}</LinkButton></div>
    </form>
  )
}
