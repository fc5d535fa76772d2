import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'
import { contactInput, newAssociationInput } from '../register/schema'

const { about, offers, areas, website } = newAssociationInput.shape
export const ownFactsInput = z.object({ about, offers, areas, website, version: recordVersion })

export const ownContactInput = z.preprocess((typed) => ({ ...(typed as object), associationId: '00000000-0000-7000-8000-000000000000' }), contactInput).transform(({ name, title, email, phone }) => ({ name, title, email, phone }))
export const ownContactRef = z.object({ associationContactId: z.uuid() })
