'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, SearchRefused, staffAction } from '@/lib/access/action'
import { foldName } from '@/lib/people/names/fold'
import { now } from '@/lib/platform/clock'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { dayFromDb, dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { closeInput, extendInput, handInput, makeInput, requestInput, strikeInput } from './schema'
import { sayIn } from './say'
import { answerDay, answerOf } from './sql'
import { makeFiles } from './writes'

/** Writes down that somebody asked, and by when they must have the answer. */
export const registerRequest = staffAction({
  name: 'registerRequest',
  may: 'subject.request',
  schema: requestInput,
  seeks: () => true,
  async run({ actor, tx, audit }, { who, receivedOn, ...rest }) {
    const [hash, name, born] = 'cpr' in who ? [blindIndex(who.cpr), '', null] : [null, foldName(who.name), who.born]
    const found = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM access.request_subjects(${hash}::bytea, ${name}, ${born}::date) AS id`
    const [only] = found
    if (!only || found.length > 1) {
      const sought = { kind: 'DENIED' as const, action: 'subject.sought', people: found.map((row) => row.id), details: { by: 'cpr' in who ? 'cpr' : 'name', found: found.length } }
      throw new SearchRefused(only ? 'oversight.error.several' : 'oversight.error.nobody', { count: found.length }, 'cpr', [sought])
    }
    const dueOn = await answerDay(tx, 'subject-access', receivedOn)
    if (!dueOn) throw new Refused('oversight.subject.error.noRule')
    const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT uuidv7()::text AS id`
    const id = row?.id ?? ''
    await tx.subjectRequest.createMany({ data: [{ id, personId: only.id, ...rest, receivedOn: dayToDb(receivedOn), dueOn: dayToDb(dueOn), createdBy: actor.userId }] })
    await audit({ action: 'subject.registered', personId: only.id, details: { request: id } })
    return { redirectTo: `/protection/requests/${id}` }
  },
})

/** Strikes parts out with a reason, or takes them in again. A file already made is no longer the answer. */
export const strikeParts = staffAction({
  name: 'strikeParts',
  may: 'subject.export',
  schema: strikeInput,
  async run({ actor, tx, audit }, { requestId, parts, reason, replacement }) {
    const request = await tx.subjectRequest.findFirst({ where: { id: requestId, handedOn: null, closedOn: null }, select: { personId: true } })
    if (!request) throw new Refused('oversight.subject.error.gone404')
    const { parts: all } = await answerOf(tx, { id: requestId, personId: request.personId })
    const known = parts.filter((part) => all.some((one) => one.tab === part.tab && one.key === part.key && (part.field === '' || one.fields.some((field) => field.column.name === part.field))))
    if (known.length !== parts.length) throw new Refused('oversight.subject.error.changed')
    await tx.subjectRedaction.deleteMany({ where: { requestId, OR: parts.map(({ tab, key, field }) => ({ tab, rowKey: key, field })) } })
    if (reason !== 'keep' && reason !== '') await tx.subjectRedaction.createMany({ data: parts.map(({ tab, key, field }) => ({ requestId, tab, rowKey: key, field, reason, replacement: replacement || null, struckBy: actor.userId })) })
    await tx.subjectRequest.updateMany({ where: { id: requestId }, data: { madeAt: null, madeBy: null, pdfId: null, bundleId: null, version: { increment: 1 } } })
    await audit({ action: reason === 'keep' ? 'subject.restored' : 'subject.struck', personId: request.personId, details: { request: requestId, parts: parts.length, reason } })
    return { message: (await getTranslations('oversight.subject'))(reason === 'keep' ? 'taken' : 'struckNow', { count: parts.length }) }
  },
})

/** Makes the files from what stands now. Only by somebody who may see all of it, and says that they went through it. */
export const makeExport = staffAction({
  name: 'makeExport',
  may: 'subject.export',
  schema: makeInput,
  async run({ actor, tx, audit }, { requestId, version, language }) {
    const request = await tx.subjectRequest.findFirst({ where: { id: requestId, handedOn: null, closedOn: null, person: { mergedIntoId: null } }, select: { personId: true } })
    if (!request) throw new Refused('oversight.subject.error.gone404')
    const answer = await answerOf(tx, { id: requestId, personId: request.personId })
    const missing = answer.sealed.reduce((sum, one) => sum + one.rows, 0)
    if (missing > 0) throw new Refused('oversight.subject.error.sealed', { count: missing })
    const municipality = (await tx.municipality.findFirst({ select: { name: true } }))?.name ?? ''
    const files = await makeFiles(tx, answer.parts, { t: sayIn(language), id: requestId, personId: request.personId, by: actor.userId, locale: language, now: now(), municipality })
    const { count } = await tx.subjectRequest.updateMany({ where: { id: requestId, version }, data: { ...files, madeAt: now(), madeBy: actor.userId, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('oversight.subject.error.changed')
    await audit({ kind: 'DISCLOSURE', action: 'subject.made', personId: request.personId, details: { request: requestId, parts: answer.parts.length, language } })
    return { message: (await getTranslations('oversight.subject'))('madeNow') }
  },
})

export const handOut = staffAction({
  name: 'handOut',
  may: 'subject.export',
  schema: handInput,
  async run({ actor, tx, today, audit }, { requestId, version, how }) {
    const request = await tx.subjectRequest.findFirst({ where: { id: requestId, pdfId: { not: null } }, select: { personId: true } })
    if (!request) throw new Refused('oversight.subject.error.notMade')
    const { count } = await tx.subjectRequest.updateMany({ where: { id: requestId, version, handedOn: null, closedOn: null }, data: { handedOn: dayToDb(today), handedBy: actor.userId, handedHow: how, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('oversight.subject.error.changed')
    await audit({ kind: 'DISCLOSURE', action: 'subject.handed', personId: request.personId, details: { request: requestId, how } })
    await flash((await getTranslations('oversight.subject'))('handedNow'))
    return { redirectTo: `/protection/requests/${requestId}` }
  },
})

/** Two months more (art. 12(3)), once, and only while the first month runs: the person must be told within it. */
export const extendRequest = staffAction({
  name: 'extendRequest',
  may: 'subject.request',
  schema: extendInput,
  async run({ tx, today, audit }, { requestId, version, reason }) {
    const request = await tx.subjectRequest.findFirst({ where: { id: requestId }, select: { personId: true, receivedOn: true, dueOn: true } })
    if (!request) throw new Refused('oversight.subject.error.gone404')
    if (today > dayFromDb(request.dueOn)) throw new Refused('oversight.subject.error.extendLate')
    const extendedTo = await answerDay(tx, 'subject-access-extended', dayFromDb(request.receivedOn))
    if (!extendedTo) throw new Refused('oversight.subject.error.noRule')
    const { count } = await tx.subjectRequest.updateMany({ where: { id: requestId, version, extendedTo: null, handedOn: null, closedOn: null }, data: { extendedTo: dayToDb(extendedTo), extensionReason: reason, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('oversight.subject.error.changed')
    await audit({ action: 'subject.extended', personId: request.personId, details: { request: requestId } })
    return { message: (await getTranslations('oversight.subject'))('extendedNow') }
  },
})

/** Ends a request without a file: withdrawn, or refused with the reason the person was given. */
export const closeRequest = staffAction({
  name: 'closeRequest',
  may: 'subject.request',
  schema: closeInput,
  async run({ actor, tx, today, audit }, { requestId, version, reason }) {
    const request = await tx.subjectRequest.findFirst({ where: { id: requestId }, select: { personId: true } })
    if (!request) throw new Refused('oversight.subject.error.gone404')
    const { count } = await tx.subjectRequest.updateMany({ where: { id: requestId, version, handedOn: null, closedOn: null }, data: { closedOn: dayToDb(today), closedBy: actor.userId, closedReason: reason, version: { increment: 1 } } })
    if (count !== 1) throw new Refused('oversight.subject.error.changed')
    await audit({ action: 'subject.closed', personId: request.personId, details: { request: requestId } })
    return { redirectTo: `/protection/requests/${requestId}` }
  },
})
