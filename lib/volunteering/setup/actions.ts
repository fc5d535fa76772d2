'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { codeOf } from '@/lib/platform/codes'
import { flash } from '@/lib/platform/flash'
import { placeOf, type SetupList } from './rules'
import { areaInput, entryRef, groupKindInput, paperKindInput, roleInput } from './schema'
import { refuseSameName, refuseStale, setUse } from './writes'

async function done(list: SetupList, key: 'added' | 'changed' | 'retired' | 'revived'): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('volunteerSetup.flash'))(key))
  return { redirectTo: placeOf(list) }
}

/** What a role asks for counts from the next time somebody is looked for or asked; matches that run go on. */
export const saveVolunteerRole = staffAction({
  name: 'saveVolunteerRole',
  may: 'volunteer.setup',
  schema: roleInput,
  async run({ tx, audit }, { entry, version, ...role }) {
    const kinds = await tx.volunteerPaperKind.findMany({ where: { code: { in: role.papers } }, select: { code: true } })
    if (kinds.length !== new Set(role.papers).size) throw new Refused('volunteerSetup.error.paper', {}, 'papers')
    await refuseSameName(tx, 'roles', { entry, ...role })
    const code = entry ?? codeOf(role.nameDa, 'rolle')
    if (entry === null) await tx.volunteerRole.createMany({ data: [{ ...role, code }] })
    else if ((await tx.volunteerRole.updateMany({ where: { code, version }, data: { ...role, version: version + 1 } })).count !== 1) refuseStale(await tx.volunteerRole.findUnique({ where: { code } }), role)
    await audit({ action: entry === null ? 'setup.added' : 'setup.changed', details: { list: 'roles', entry: code, papers: role.papers.join(','), course: role.course } })
    return done('roles', entry === null ? 'added' : 'changed')
  },
})

/** How long one holds counts for those approved from now on: the last day of those that were approved stands with them. */
export const savePaperKind = staffAction({
  name: 'savePaperKind',
  may: 'volunteer.setup',
  schema: paperKindInput,
  async run({ tx, audit }, { entry, version, ...kind }) {
    await refuseSameName(tx, 'papers', { entry, ...kind })
    const code = entry ?? codeOf(kind.nameDa, 'papir')
    if (entry === null) await tx.volunteerPaperKind.createMany({ data: [{ ...kind, code }] })
    else if ((await tx.volunteerPaperKind.updateMany({ where: { code, version }, data: { ...kind, version: version + 1 } })).count !== 1) refuseStale(await tx.volunteerPaperKind.findUnique({ where: { code } }), kind)
    await audit({ action: entry === null ? 'setup.added' : 'setup.changed', details: { list: 'papers', entry: code, months: kind.months, everybody: kind.everybody } })
    return done('papers', entry === null ? 'added' : 'changed')
  },
})

export const saveLocalArea = staffAction({
  name: 'saveLocalArea',
  may: 'volunteer.setup',
  schema: areaInput,
  async run({ tx, audit }, { entry, version, ...area }) {
    await refuseSameName(tx, 'areas', { entry, ...area })
    const code = entry ?? codeOf(area.nameDa, 'omraade')
    if (entry === null) await tx.localArea.createMany({ data: [{ ...area, code }] })
    else if ((await tx.localArea.updateMany({ where: { code, version }, data: { ...area, version: version + 1 } })).count !== 1) refuseStale(await tx.localArea.findUnique({ where: { code } }), area)
    await audit({ action: entry === null ? 'setup.added' : 'setup.changed', details: { list: 'areas', entry: code } })
    return done('areas', entry === null ? 'added' : 'changed')
  },
})

export const saveGroupKind = staffAction({
  name: 'saveGroupKind',
  may: 'volunteer.setup',
  schema: groupKindInput,
  async run({ tx, audit }, { entry, version, ...kind }) {
    await refuseSameName(tx, 'groups', { entry, ...kind })
    const code = entry ?? codeOf(kind.nameDa, 'gruppe')
    if (entry === null) await tx.volunteerGroupKind.createMany({ data: [{ ...kind, code }] })
    else if ((await tx.volunteerGroupKind.updateMany({ where: { code, version }, data: { ...kind, version: version + 1 } })).count !== 1) refuseStale(await tx.volunteerGroupKind.findUnique({ where: { code } }), kind)
    await audit({ action: entry === null ? 'setup.added' : 'setup.changed', details: { list: 'groups', entry: code, citizens: kind.citizens } })
    return done('groups', entry === null ? 'added' : 'changed')
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
