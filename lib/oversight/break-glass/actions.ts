'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, SearchRefused, staffAction } from '@/lib/access/action'
import { foldName } from '@/lib/people/names/fold'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { flash } from '@/lib/platform/flash'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { endGlassInput, glassInput, reviewGlassInput } from './schema'

/**
 * Opens one person out of reach for some hours. Nobody, several and whoever must stay closed get the same answer. The manager and the data
 * protection officer are told in the same transaction.
 */
export const breakGlass = staffAction({
  name: 'breakGlass',
  may: 'break-glass.use',
  schema: glassInput,
  seeks: () => true,
  async run({ actor, tx, audit }, { who, code, note, hours }) {
    const t = await getTranslations('oversight.glass.mail')
    const [waiting] = await tx.$queryRaw<{ overdue: boolean }[]>`SELECT access.glass_overdue() AS overdue`
    if (waiting?.overdue) throw new Refused('oversight.glass.error.overdue')
    const [hash, name, born] = 'cpr' in who ? [blindIndex(who.cpr), '', null] : [null, foldName(who.name), who.born]
    const [opened] = await tx.$queryRaw<{ id: string | null }[]>`SELECT access.break_glass(${hash}::bytea, ${name}, ${born}::date, ${code}, ${note}, ${hours}::int)::text AS id`
    const personId = opened?.id
    if (!personId) throw new SearchRefused('oversight.glass.error.nobody', {}, 'cpr', [{ kind: 'DENIED', action: 'glass.not-opened', details: { by: 'cpr' in who ? 'cpr' : 'name', code } }])
    const mails = await tx.$queryRaw<{ id: string }[]>`SELECT access.tell_of_glass(${personId}::uuid, ${t('subject')}, ${t('body', { name: actor.name, hours })})::text AS id`
    for (const { id } of mails) await enqueue(tx, 'outbox.send', { messageId: id })
    await audit({ action: 'glass.broken', personId, details: { code, hours, told: mails.length } })
    return { redirectTo: `/people/${personId}` }
  },
})

/** Back behind the glass at once. */
export const endGlass = staffAction({
  name: 'endGlass',
  may: 'break-glass.use',
  schema: endGlassInput,
  async run({ tx, audit }, { id }) {
    const [ended] = await tx.$queryRaw<{ person: string | null }[]>`SELECT access.end_glass(${id}::uuid)::text AS person`
    if (!ended?.person) throw new Refused('oversight.glass.error.ended')
    await audit({ action: 'glass.ended', personId: ended.person, details: { glass: id } })
    await flash((await getTranslations('oversight.glass'))('endedNow'))
    return { redirectTo: '/people' }
  },
})

/** Somebody else has looked at what was done behind the glass. */
export const reviewGlass = staffAction({
  name: 'reviewGlass',
  may: 'access.review',
  schema: reviewGlassInput,
  async run({ tx, audit }, { id, verdict, note }) {
    const [done] = await tx.$queryRaw<{ done: boolean }[]>`SELECT access.review_glass(${id}::uuid, ${verdict}, ${note || null}) AS done`
    if (!done?.done) throw new Refused('access.reviews.error.gone')
    await audit({ action: 'glass.reviewed', details: { glass: id, verdict } })
    return { redirectTo: '/reviews' }
  },
})
