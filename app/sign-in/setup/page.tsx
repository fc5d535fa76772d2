import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SetupPage } from '@/components/access/second-factor/setup-page'
import { currentActor } from '@/lib/access/actor'
import { sessionToken } from '@/lib/access/auth/cookie'
import { safeNext } from '@/lib/access/rules'
import { factorOf, openSecret } from '@/lib/access/second-factor/state'
import { isProved } from '@/lib/access/step-up/proof'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('setupTitle') }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const token = await sessionToken()
  const factor = token ? await factorOf(token) : null
  if (!factor || factor.federated) redirect('/sign-in')
  const next = safeNext((await searchParams).next)
  // Who finds an open session must not read the secret of the app that will answer for its owner.
  const actor = factor.waits || factor.confirmed ? null : await currentActor()
  if (actor && !(await isProved(actor))) redirect(`/prove?next=${encodeURIComponent(`/sign-in/setup?next=${encodeURIComponent(next)}`)}`)
  return <SetupPage next={next} email={factor.email} waits={factor.waits} confirmed={factor.confirmed} secret={factor.confirmed ? null : openSecret(factor)} />
}
