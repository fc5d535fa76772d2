'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { publicAction } from '@/lib/access/public-action'
import { withinLimit } from '@/lib/access/rate-limit'
import { flash } from '@/lib/platform/flash'
import { acceptInput, signupInput, turnDownInput } from './schema'

/** Many addresses working together meet this one: more than a campaign brings in a day, and few enough to be read through. */
const ALTOGETHER = { name: 'association-signup-all', points: 300, seconds: 86_400 }

/** An association wants to work together with the municipality. Read by those who lead volunteers and nobody else; the page that follows says the same to everybody. */
export const signUpAssociation = publicAction({
  name: 'signUpAssociation',
  limit: { name: 'association-signup', points: 20, seconds: 3600 },
  schema: signupInput,
  async run({ tx, audit }, { submission, ...a }) {
    if (!(await withinLimit(ALTOGETHER, 'all'))) throw new Refused('ui.action.tooMany')
    const locale = (await getLocale()) === 'en' ? 'en' : 'da'
    const [row] = await tx.$queryRaw<{ id: string | null }[]>`SELECT access.association_signup(${a.name}, ${a.kind}, ${a.about}, ${a.areas}::text[], ${a.website}, ${a.person}, ${a.title}, ${a.email}, ${a.phone}, ${a.wish}, ${locale}, ${submission}::uuid)::text AS id`
    if (row?.id) await audit({ action: 'association.signed-up', details: { association: row.id } })
    return { redirectTo: '/foreninger/meld-jer/tak' }
  },
})

/** From now on an association as every other. */
export const acceptSignup = staffAction({
  name: 'acceptSignup',
  may: 'association.manage',
  schema: acceptInput,
  async run({ tx, audit }, { signupId }) {
    const [row] = await tx.$queryRaw<{ id: string | null }[]>`SELECT access.decide_signup(${signupId}::uuid, true, NULL)::text AS id`
    if (!row?.id) throw new Refused('associations.error.gone')
    await audit({ action: 'association.signup-accepted', details: { association: row.id } })
    await flash((await getTranslations('associations.signup.flash'))('accepted'))
    return { redirectTo: `/associations/${row.id}` }
  },
})

/** No, with the reason. Who wrote is forgotten; that the association asked stays. */
export const turnDownSignup = staffAction({
  name: 'turnDownSignup',
  may: 'association.manage',
  schema: turnDownInput,
  async run({ tx, audit }, { signupId, reason }) {
    const [row] = await tx.$queryRaw<{ id: string | null }[]>`SELECT access.decide_signup(${signupId}::uuid, false, ${reason})::text AS id`
    if (!row?.id) throw new Refused('associations.error.gone')
    await audit({ action: 'association.signup-turned-down', details: { association: row.id } })
    await flash((await getTranslations('associations.signup.flash'))('turnedDown'))
    return { redirectTo: '/associations?tab=new' }
  },
})
