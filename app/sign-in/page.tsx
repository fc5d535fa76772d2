import { redirect } from 'next/navigation'
import { SignInPage } from '@/components/access/sign-in-page'
import { currentActor } from '@/lib/access/actor'
import { safeNext } from '@/lib/access/rules'
import { env } from '@/lib/platform/env'

type Props = { searchParams: Promise<{ next?: string; error?: string; welcome?: string }> }

export default async function Page({ searchParams }: Props) {
  const { next, error, welcome } = await searchParams
  if (await currentActor()) redirect(safeNext(next))
  const { SIGN_IN, DEMO } = env()
  return <SignInPage next={next} error={error} welcome={welcome !== undefined} password={SIGN_IN !== 'oidc'} provider={SIGN_IN !== 'password'} demo={DEMO} />
}
