'use client'

import { signIn } from 'next-auth/react'
import { buttonStyle } from '@/components/ui/button-style'

/** To the municipality's own sign-in. next-auth makes the state, nonce and PKCE values. */
export function ProviderForm({ next, label, again }: { next?: string; label: string; /** Asks the person anew, also where the provider knows them. */ again?: boolean }) {
  return <button type="button" className={buttonStyle('primary')} onClick={() => void signIn('municipality', { callbackUrl: next ?? '/' }, again ? { prompt: 'login', max_age: '0' } : undefined)}>{label}</button>
}
