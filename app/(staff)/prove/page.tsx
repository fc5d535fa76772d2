import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProvePage } from '@/components/access/step-up/prove-page'
import { requireActor } from '@/lib/access/actor'
import { safeNext } from '@/lib/access/rules'
import { factorOf } from '@/lib/access/second-factor/state'
import { isProved } from '@/lib/access/step-up/proof'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access.prove'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const actor = await requireActor('self')
  const factor = await factorOf(actor.token)
  const how = factor?.federated ? 'provider' : factor?.confirmed ? 'code' : 'password'
  return <ProvePage next={safeNext((await searchParams).next)} how={how} proved={await isProved(actor)} />
}
