'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { signOut } from '@/lib/access/actions'

export function SignOutForm({ label }: { label: string }) {
  const [, submit] = useActionState(signOut, null)
  return <form action={submit}><SubmitButton variant="secondary">{label}</SubmitButton></form>
}
