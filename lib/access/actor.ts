import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { sessionToken } from './auth/cookie'
import { recordDenied } from './denied'
import type { Permission } from './matrix'
import { can, type Actor } from './permissions'
import { openSession } from './session'
import { isProved, needsProof } from './step-up/proof'

/** Who is asking, resolved in the database once per request. Null when nobody is signed in. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = await sessionToken()
  return token ? openSession(token) : null
})

/** For pages: the signed-in actor with this permission. Others get the page that does not exist. */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  if (!can(actor, permission)) {
    await recordDenied(actor, permission)
    notFound()
  }
  // A page or a file, not a form: asked on a page of its own, which leads back.
  if (needsProof(permission) && !(await isProved(actor))) {
    const asked = await headers()
    redirect(`/prove?next=${encodeURIComponent(`${asked.get('x-address') ?? '/'}${asked.get('x-search') ?? ''}`)}`)
  }
  return actor
}
