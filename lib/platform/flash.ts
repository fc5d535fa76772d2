import 'server-only'
import { cookies } from 'next/headers'

/** A sentence the frame shows once on the next page. Never personal data: it stands in a cookie for 20 seconds. */
export async function flash(text: string): Promise<void> {
  ;(await cookies()).set('indgang-flash', encodeURIComponent(text), { path: '/', maxAge: 20, sameSite: 'lax' })
}
