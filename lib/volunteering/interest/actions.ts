'use server'

import { getLocale } from 'next-intl/server'
import { Refused } from '@/lib/access/action'
import { publicAction } from '@/lib/access/public-action'
import { withinLimit } from '@/lib/access/rate-limit'
import { interestInput } from './schema'

/** Many addresses working together meet this one: more than a campaign brings in a day, and few enough to be read through. */
const ALTOGETHER = { name: 'volunteer-interest-all', points: 1000, seconds: 86_400 }

/** Somebody wants to help. What they wrote is read by those who lead volunteers and nobody else; the page that follows says the same to everybody. */
export const sayInterest = publicAction({
  name: 'sayInterest',
  limit: { name: 'volunteer-interest', points: 30, seconds: 3600 },
  schema: interestInput,
  async run({ tx, audit }, { submission, volunteer: v }) {
    if (!(await withinLimit(ALTOGETHER, 'all'))) throw new Refused('ui.action.tooMany')
    const locale = (await getLocale()) === 'en' ? 'en' : 'da'
    const [row] = await tx.$queryRaw<{ id: string | null }[]>`SELECT access.volunteer_interest(${v.firstName}, ${v.lastName}, ${v.birthYear}::int, ${v.email}, ${v.phone}, ${locale}, ${v.postcode}, ${v.addressProtected},
      ${v.roles}::text[], ${v.areas}::text[], ${v.times}::text[], ${v.skills}, ${v.background}, ${JSON.stringify(v.languages)}::jsonb, ${submission}::uuid)::text AS id`
    if (row?.id) await audit({ action: 'volunteer.interested', details: { volunteer: row.id } })
    return { redirectTo: '/frivillig/tak' }
  },
})
