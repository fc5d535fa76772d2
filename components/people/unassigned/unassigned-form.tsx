'use client'

import { type ReactNode, useActionState } from 'react'
import { BulkBar } from '@/components/ui/bulk-bar'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type Option, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { assignMany } from '@/lib/people/responsible/actions'

/** The table stands inside the form, its ticks are what is sent. */
export function UnassignedForm({ users, texts, children }: { users: Option[]; texts: Record<'colleague' | 'choose' | 'assign', string>; children: ReactNode }) {
  const [state, submit] = useActionState(assignMany, null)
  return (
    <form action={submit} noValidate>
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      {children}
      <BulkBar name="people">
        <Select name="userId" label={texts.colleague} options={users} placeholder={texts.choose} fit state={state} />
        <SubmitButton>{texts.assign}</SubmitButton>
      </BulkBar>
    </form>
  )
}
