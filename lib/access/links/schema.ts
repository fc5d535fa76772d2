import { z } from 'zod'

export const askLinkInput = z.object({ email: z.email('access.error.email').max(200, 'access.error.email') })
export const useLinkInput = z.object({ token: z.string('ownPage.link.error').regex(/^[A-Za-z0-9_-]{20,64}$/, 'ownPage.link.error') })
