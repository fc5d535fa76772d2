'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { sha256Hex } from '@/lib/platform/crypto/tokens'
import { flash } from '@/lib/platform/flash'
import { SIGNED_BYTES, signedProblem } from './rules'
import { signedInput } from './schema'

/** The paper both have signed. What the file was called is not kept: names of people stand in it. */
export const addSignedFile = staffAction({
  name: 'addSignedFile',
  may: 'association.manage',
  schema: signedInput,
  async run({ actor, tx, audit, file }, { associationId, partnershipId }) {
    const chosen = file('signed')
    if (!chosen) throw new Refused('associations.signed.error.none', {}, 'signed')
    if (chosen.size > SIGNED_BYTES) throw new Refused('associations.signed.error.large', { megabytes: SIGNED_BYTES / 2 ** 20 }, 'signed')
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const problem = signedProblem(bytes)
    if (problem) throw new Refused(`associations.signed.error.${problem}`, {}, 'signed')
    const agreement = await tx.partnership.findFirst({ where: { id: partnershipId, associationId }, select: { number: true } })
    if (!agreement) throw new Refused('associations.error.gone')
    const fileId = crypto.randomUUID()
    await tx.storedFile.createMany({ data: [{ id: fileId, kind: 'partnership', ownerId: actor.userId, mime: 'application/pdf', name: `samarbejdsaftale-${agreement.number}.pdf`, sha256: sha256Hex(bytes), bytes }] })
    await tx.partnershipFile.createMany({ data: [{ partnershipId, fileId, recordedBy: actor.userId }] })
    await audit({ action: 'association.signed-added', details: { association: associationId, agreement: agreement.number } })
    await flash((await getTranslations('associations.signed'))('added'))
    return { redirectTo: `/associations/${associationId}/agreements/${partnershipId}` }
  },
})
