'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { ladder, wordsIn } from './parts'
import { gate, itemKey, type Missing, waysFrom } from './rules'
import { clipInput, followInput, leaveInput, lookInput, moveInput, takeBackInput, tickInput } from './schema'
import { currentVersions } from './sql'
import { addMove, type CaseRef, holdPlace, requirePlace } from './writes'

async function done({ personId, caseId }: CaseRef, key: string): Promise<{ redirectTo: string }> {
  await flash((await getTranslations('casework.methods.flash'))(key))
  return { redirectTo: `/people/${personId}/cases/${caseId}/method` }
}

/** From the first step, or, in a newer version of what is followed already, from where the case stands. */
export const followMethod = staffAction({
  name: 'followMethod',
  may: 'case.manage',
  schema: followInput,
  async run({ actor, tx, today, audit }, { turn: seen, methodVersionId: versionId, ...ref }) {
    const { place, newest, turn } = await holdPlace(tx, ref)
    if (turn !== seen) throw new Refused('casework.cases.error.meanwhile')
    if (place?.method.id === versionId || !(await currentVersions(tx)).some(({ id }) => id === versionId)) throw new Refused('casework.methods.error.choose', {}, 'methodVersionId')
    await addMove(tx, actor, ref, newest, versionId, { kind: 'follow', on: today })
    await audit({ action: 'case.method-followed', personId: ref.personId, details: { case: ref.caseId, version: versionId } })
    return done(ref, 'followed')
  },
})

export const leaveMethod = staffAction({
  name: 'leaveMethod',
  may: 'case.manage',
  schema: leaveInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { turn: seen, words, ...ref }) {
    const { place, newest, turn } = await requirePlace(tx, ref)
    if (turn !== seen) throw new Refused('casework.cases.error.meanwhile')
    await addMove(tx, actor, ref, newest, place.method.id, { kind: 'leave', on: today, words })
    await audit({ action: 'case.method-left', personId: ref.personId, details: { case: ref.caseId } })
    return done(ref, 'left')
  },
})

export const tickCriterion = staffAction({
  name: 'tickCriterion',
  may: 'case.manage',
  schema: tickInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { step: stepKey, item: key, words, ...ref }) {
    const { place, newest } = await requirePlace(tx, ref)
    const step = place.method.steps.find((one) => one.key === stepKey)
    const item = step?.kind === 'week' ? undefined : step?.items.find((one) => one.key === key)
    if (!step || !item) throw new Refused('casework.error.gone')
    if (place.met.has(itemKey(step, item))) throw new Refused('casework.methods.error.already')
    // A role is somebody's.
    if (step.kind === 'roles' && !words) throw new Refused('casework.methods.error.who', {}, 'words')
    await addMove(tx, actor, ref, newest, place.method.id, { kind: 'met', step: step.key, item: item.key, on: today, words })
    await audit({ action: 'case.criterion-met', personId: ref.personId, details: { case: ref.caseId, step: step.key, item: item.key } })
    return done(ref, 'ticked')
  },
})

export const giveClip = staffAction({
  name: 'giveClip',
  may: 'case.manage',
  schema: clipInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { step: key, on, words, ...ref }) {
    if (on > today) throw new Refused('casework.methods.error.future', {}, 'clipOn')
    const { place, newest } = await requirePlace(tx, ref)
    const step = place.method.steps.find((one) => one.key === key && one.kind === 'clips')
    if (!step) throw new Refused('casework.error.gone')
    if ((place.clips.get(key)?.length ?? 0) >= (step.clips ?? 0)) throw new Refused('casework.methods.error.full')
    await addMove(tx, actor, ref, newest, place.method.id, { kind: 'clip', step: key, on, words })
    await audit({ action: 'case.clip-given', personId: ref.personId, details: { case: ref.caseId, step: key } })
    return done(ref, 'clipped')
  },
})

/** A tick, a clip or a look back that should not stand: it stays in the history, and counts no longer. */
export const takeBackMove = staffAction({
  name: 'takeBackMove',
  may: 'case.manage',
  schema: takeBackInput,
  async run({ actor, tx, today, audit }, { of, ...ref }) {
    const { place, newest } = await requirePlace(tx, ref)
    const stands = [...place.met.values(), ...place.looked, ...[...place.clips.values()].flat()]
    if (!stands.some(({ number }) => number === of)) throw new Refused('casework.methods.error.takenBack')
    await addMove(tx, actor, ref, newest, place.method.id, { kind: 'undo', of, on: today })
    await audit({ action: 'case.move-taken-back', personId: ref.personId, details: { case: ref.caseId, number: of } })
    return done(ref, 'takenBack')
  },
})

/** To the next step, the end, or back. What is missing is said, and a written reason opens the gate. */
export const moveOn = staffAction({
  name: 'moveOn',
  may: 'case.manage',
  schema: moveInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { turn: seen, to, words, ...ref }) {
    const { place, newest, turn } = await requirePlace(tx, ref)
    if (turn !== seen) throw new Refused('casework.cases.error.meanwhile')
    const { next, back } = waysFrom(place)
    const behind = back.find(({ key }) => key === to)
    const ahead = to === 'finish' ? 'finish' : ladder(place.method).find(({ key }) => key === to)
    if (!behind && (!ahead || next === null || (next === 'finish' ? ahead !== 'finish' : ahead === 'finish' || ahead.key !== next.key))) throw new Refused('casework.error.gone')
    const missing = behind || !ahead ? [] : gate(place, ahead)
    if (!words && behind) throw new Refused('casework.methods.error.whyBack', {}, 'words')
    if (!words && missing.length > 0) throw new Refused('casework.methods.error.missing', { what: await inWords(missing) }, 'words')
    await addMove(tx, actor, ref, newest, place.method.id, to === 'finish' ? { kind: 'finish', on: today, words } : { kind: 'enter', step: to, on: today, words })
    await audit({ action: 'case.method-moved', personId: ref.personId, details: { case: ref.caseId, to, missing: missing.length } })
    return done(ref, behind ? 'wentBack' : to === 'finish' ? 'finished' : 'movedOn')
  },
})

export const holdLookBack = staffAction({
  name: 'holdLookBack',
  may: 'case.manage',
  schema: lookInput,
  freeText: true,
  async run({ actor, tx, today, audit }, { on, words, ...ref }) {
    if (on > today) throw new Refused('casework.methods.error.future', {}, 'lookOn')
    const { place, newest } = await requirePlace(tx, ref)
    await addMove(tx, actor, ref, newest, place.method.id, { kind: 'looked', on, words })
    await audit({ action: 'case.look-back-held', personId: ref.personId, details: { case: ref.caseId } })
    return done(ref, 'looked')
  },
})

/** The sentences of what is missing, for the reader. */
async function inWords(missing: readonly Missing[]): Promise<string> {
  const [t, locale] = [await getTranslations('casework.methods'), await getLocale()]
  return missing.map(({ item, step, clips }) => (item ? wordsIn(item.text, locale) : t('clipsLeft', { count: clips, name: wordsIn(step.name, locale) }))).join(' · ')
}
