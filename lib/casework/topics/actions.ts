'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { codeOf } from '@/lib/platform/codes'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { changeTopicInput, newTopicInput, topicRef } from './schema'

async function done(key: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('topics.flash'))(key))
  return { redirectTo: '/admin/topics' }
}

export const addTopic = staffAction({
  name: 'addTopic',
  may: 'method.manage',
  schema: newTopicInput,
  async run({ tx, audit }, input) {
    const code = codeOf(input.nameDa, 'emne')
    await tx.$executeRaw`INSERT INTO contact_topic (code, name_da, name_en, position) VALUES (${code}, ${input.nameDa}, ${input.nameEn}, ${input.position})`
    await audit({ action: 'topic.added', details: { topic: code } })
    return done('added')
  },
})

/** Its name and its place. Notes that were written under it carry the new name. */
export const changeTopic = staffAction({
  name: 'changeTopic',
  may: 'method.manage',
  schema: changeTopicInput,
  async run({ tx, audit }, { topic: code, version, ...input }) {
    const { count } = await tx.contactTopic.updateMany({ where: { code, version }, data: { ...input, version: version + 1 } })
    if (count !== 1) throw new Refused('topics.error.meanwhile')
    await audit({ action: 'topic.changed', details: { topic: code } })
    return done('changed')
  },
})

/** No new note stands under it; the old ones do. The one the form asks about everything under stays. */
export const retireTopic = staffAction({
  name: 'retireTopic',
  may: 'method.manage',
  schema: topicRef,
  async run({ tx, today, audit }, { topic: code }) {
    if (code === 'general') throw new Refused('topics.error.general')
    const { count } = await tx.contactTopic.updateMany({ where: { code, retiredOn: null }, data: { retiredOn: dayToDb(today), version: { increment: 1 } } })
    if (count !== 1) throw new Refused('topics.error.meanwhile')
    await audit({ action: 'topic.retired', details: { topic: code } })
    return done('retired')
  },
})

export const reviveTopic = staffAction({
  name: 'reviveTopic',
  may: 'method.manage',
  schema: topicRef,
  async run({ tx, audit }, { topic: code }) {
    const { count } = await tx.contactTopic.updateMany({ where: { code, retiredOn: { not: null } }, data: { retiredOn: null, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('topics.error.meanwhile')
    await audit({ action: 'topic.revived', details: { topic: code } })
    return done('revived')
  },
})
