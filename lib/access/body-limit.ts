import 'server-only'
import { FILE_FORM_BYTES, FORM_BYTES, STAFF_FORM_BYTES } from '@/lib/platform/body-limit'
import { cookieName, tokenIn } from './auth/cookie'
import { can } from './permissions'
import { openSession } from './session'

/**
 * Whether somebody with these cookies may send so many bytes there. Asked before the body is read as a form, and the session only of whoever sends more
 * than a form of a visitor: files come from those who may hand one in, on the pages where they do.
 */
export async function maySendBytes(bytes: number, path: string, cookies: { get: (name: string) => { value: string } | undefined }): Promise<boolean> {
  if (bytes <= FORM_BYTES) return true
  if (bytes > FILE_FORM_BYTES) return false
  const token = await tokenIn(cookies.get(cookieName())?.value)
  const actor = token ? await openSession(token) : null
  if (!actor) return false
  return bytes <= STAFF_FORM_BYTES || (can(actor, 'import.run') && /^\/imports(\/|$)/.test(path)) || (can(actor, 'association.manage') && /^\/associations\/[^/]+\/agreements\//.test(path))
}
