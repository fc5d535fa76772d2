import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CodePage } from '@/components/access/second-factor/code-page'
import { currentActor } from '@/lib/access/actor'
import { sessionToken } from '@/lib/access/auth/cookie'
import { safeNext } from '@/lib/access/rules'
import { factorOf } from '@/lib/access/second-factor/state'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('codeTitle') }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams
  if (await currentActor()) redirect(safeNext(next))
  const token = await sessionToken()
  const factor = token ? await factorOf(token) : null
  if (!factor?.waits || !factor.confirmed) redirect('/sign-in')
  return <CodePage next={next} />
}
