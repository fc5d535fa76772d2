import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'

const line = (key: string, most = 120) => z.string().trim().min(1, key).max(most, key)

export const municipalityInput = z.object({
  id: z.uuid(),
  version: recordVersion,
  name: line('admin.error.name'),
  senderLabel: line('admin.error.senderLabel'),
  addressLines: z.string().transform((text) => text.split('\n').map((one) => one.trim()).filter(Boolean)).pipe(z.array(z.string().max(60, 'admin.error.address')).min(1, 'admin.error.address').max(4, 'admin.error.address')),
  phone: z.string().trim().regex(/^\+?[0-9 ]{8,16}$/, 'admin.error.phone'),
  email: z.email('admin.error.email').max(120),
  website: z.url({ protocol: /^https?$/, error: 'admin.error.website' }).max(200),
  accent: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'admin.error.accent'),
})
