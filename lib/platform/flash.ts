import 'server-only'
import { cookies } from 'next/headers'
import { flashValue, type FlashLink } from './flash-words'

/** A sentence the frame shows once on the next page, and where it may lead on to. Never personal data: it stands in a cookie for 20 seconds. */
export async function flash(text: string, link?: FlashLink): Promise<void> {
  ;(await cookies()).set('indgang-flash', flashValue(text, link), { path: '/', maxAge: 20, sameSite: 'lax' })
}
