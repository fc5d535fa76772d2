'use client'

import { signIn } from 'next-auth/react'
import { buttonStyle } from '@/components/ui/button-style'

/** To the municipality's own sign-in. next-auth makes the state, nonce and PKCE values. */
export function ProviderForm({ next, label }: { next?: string; label: string }) {
  return <button type="button" className={buttonStyle('primary')} onClick={() => void signIn('municipality', { callbackUrl: next ?? '/' })}>{label}</button>
}
