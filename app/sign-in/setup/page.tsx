import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SetupPage } from '@/components/access/second-factor/setup-page'
import { sessionToken } from '@/lib/access/auth/cookie'
import { safeNext } from '@/lib/access/rules'
import { factorOf, openSecret } from '@/lib/access/second-factor/state'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('setupTitle') }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const token = await sessionToken()
  const factor = token ? await factorOf(token) : null
  if (!factor || factor.federated) redirect('/sign-in')
  return <SetupPage next={safeNext((await searchParams).next)} email={factor.email} waits={factor.waits} confirmed={factor.confirmed} secret={factor.confirmed ? null : openSecret(factor)} />
}
