import 'server-only'
import NextAuth from 'next-auth'
import { env } from '@/lib/platform/env'
import { authOptions } from './options'

/** next-auth's own routes, for the identity provider only. Where none is set up they do not exist. */
export async function handler(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  if (env().SIGN_IN === 'password') return new Response(null, { status: 404 })
  // next-auth reads this variable itself; everywhere else the address comes from env().
  return NextAuth(authOptions())(request, context)
}
