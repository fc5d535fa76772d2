'use client'

import { useState } from 'react'
import type { FormState } from './form-state'

/** The id under which this form is done once, however often it is sent. A form that succeeded and stays gets a new one. */
export function SubmissionField({ state }: { state?: FormState }) {
  const [current, setCurrent] = useState(() => ({ id: crypto.randomUUID(), state }))
  if (state?.ok && state !== current.state) setCurrent({ id: crypto.randomUUID(), state })
  // The server's id may stand when the browser takes over: either is as good.
  return <input type="hidden" name="submission" defaultValue={current.id} key={current.id} suppressHydrationWarning />
}
