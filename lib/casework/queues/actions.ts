'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { formatMoment } from '@/lib/platform/dates'
import { flash } from '@/lib/platform/flash'
import { claimInput } from './schema'

type Said = { said: 'done'; person: string } | { said: 'taken'; by: string; at: string } | { said: 'gone' }

/** Takes a case of one's own unit that nobody has. Of two at a time the second is told who was first, and when. */
export const claimCase = staffAction({
  name: 'claimCase',
  may: 'case.receive',
  schema: claimInput,
  async run({ tx, audit }, { unclaimedId: caseId }) {
    const [row] = await tx.$queryRaw<{ said: Said }[]>`SELECT access.claim_case(${caseId}::uuid) AS said`
    const said = row?.said ?? { said: 'gone' }
    if (said.said === 'taken') throw new Refused('casework.queues.error.taken', { name: said.by, when: formatMoment(new Date(said.at), await getLocale(), 'short') })
    if (said.said === 'gone') throw new Refused('casework.queues.error.gone')
    await audit({ action: 'case.claimed', personId: said.person, details: { case: caseId } })
    await flash((await getTranslations('casework.queues'))('claimed'))
    return { redirectTo: `/people/${said.person}/cases` }
  },
})
