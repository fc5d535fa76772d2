'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { placeOf, type SetupList } from './rules'
import { areaInput, entryRef, groupKindInput, paperKindInput, roleInput } from './schema'
import { keepEntry, setUse } from './writes'

async function done(list: SetupList, key: 'added' | 'changed' | 'retired' | 'revived'): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('volunteerSetup.flash'))(key))
  return { redirectTo: placeOf(list) }
}

/** What a role asks for counts from the next time somebody is looked for or asked; matches that run go on. */
export const saveVolunteerRole = staffAction({
  name: 'saveVolunteerRole',
  may: 'volunteer.setup',
  schema: roleInput,
  async run({ tx, audit }, sent) {
    const kinds = await tx.volunteerPaperKind.findMany({ where: { code: { in: sent.papers } }, select: { code: true } })
    if (kinds.length !== new Set(sent.papers).size) throw new Refused('volunteerSetup.error.paper', {}, 'papers')
    const { code, added } = await keepEntry(tx, 'roles', sent)
    await audit({ action: added ? 'setup.added' : 'setup.changed', details: { list: 'roles', entry: code, papers: sent.papers.join(','), course: sent.course } })
    return done('roles', added ? 'added' : 'changed')
  },
})

/** How long one holds counts for those approved from now on: the last day of those that were approved stands with them. */
export const savePaperKind = staffAction({
  name: 'savePaperKind',
  may: 'volunteer.setup',
  schema: paperKindInput,
  async run({ tx, audit }, sent) {
    const { code, added } = await keepEntry(tx, 'papers', sent)
    await audit({ action: added ? 'setup.added' : 'setup.changed', details: { list: 'papers', entry: code, months: sent.months, everybody: sent.everybody } })
    return done('papers', added ? 'added' : 'changed')
  },
})

export const saveLocalArea = staffAction({
  name: 'saveLocalArea',
  may: 'volunteer.setup',
  schema: areaInput,
  async run({ tx, audit }, sent) {
    const { code, added } = await keepEntry(tx, 'areas', sent)
    await audit({ action: added ? 'setup.added' : 'setup.changed', details: { list: 'areas', entry: code } })
    return done('areas', added ? 'added' : 'changed')
  },
})

export const saveGroupKind = staffAction({
  name: 'saveGroupKind',
  may: 'volunteer.setup',
  schema: groupKindInput,
  async run({ tx, audit }, sent) {
    const { code, added } = await keepEntry(tx, 'groups', sent)
    await audit({ action: added ? 'setup.added' : 'setup.changed', details: { list: 'groups', entry: code, citizens: sent.citizens } })
    return done('groups', added ? 'added' : 'changed')
  },
})

/** Nobody chooses it anew; whoever has it keeps it. Nothing is deleted. */
export const retireEntry = staffAction({
  name: 'retireEntry',
  may: 'volunteer.setup',
  schema: entryRef,
  async run({ tx, today, audit }, { list, entry }) {
    await setUse(tx, list, entry, false, today)
    await audit({ action: 'setup.retired', details: { list, entry } })
    return done(list, 'retired')
  },
})

export const reviveEntry = staffAction({
  name: 'reviveEntry',
  may: 'volunteer.setup',
  schema: entryRef,
  async run({ tx, today, audit }, { list, entry }) {
    await setUse(tx, list, entry, true, today)
    await audit({ action: 'setup.revived', details: { list, entry } })
    return done(list, 'revived')
  },
})
