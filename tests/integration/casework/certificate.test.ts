import { beforeAll, expect, it } from 'vitest'
import { certificateDocument } from '@/components/casework/methods/certificate-document'
import type { Actor } from '@/lib/access/permissions'
import { certificateOf } from '@/lib/casework/methods/certificate/queries'
import { giveClip, moveOn } from '@/lib/casework/methods/actions'
import { readLetter } from '@/lib/messaging/letters/read-back'
import { today } from '@/lib/platform/clock'
import { formatDay } from '@/lib/platform/dates'
import { renderCertificate } from '@/lib/platform/documents/certificate'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { following, unitOf } from '../../support/methods'

let me: Actor, stranger: Actor
type Ref = { personId: string; caseId: string }
const move = (ref: Ref, turn: number, to: string) => as(me, () => submit(moveOn, { ...ref, turn: String(turn), to, words: 'Aftalt' }))
const finished = async () => {
  const ref = await following(me, 'naeste-skridt', { firstName: 'Åse', lastName: 'Ærlig Lang-Mellemnavnesen' })
  const [year, month, day] = today().split('-')
  for (let nth = 0; nth < 2; nth++) await as(me, () => submit(giveClip, { ...ref, step: 'it', words: '', 'clipOn.day': day ?? '', 'clipOn.month': month ?? '', 'clipOn.year': year ?? '' }))
  for (const [turn, to] of [[1, 'forloeb'], [4, 'afslutning'], [5, 'finish']] as const) await move(ref, turn, to)
  return ref
}
const made = (actor: Actor, { personId, caseId }: Ref) => certificateOf(actor, personId, caseId)

beforeAll(async () => {
  const unitId = await unitOf('Jobcentret')
  ;[me, stranger] = [await staff('CASEWORKER', { name: 'Jonas Jobcenter', unitId }), await staff('CASEWORKER', { unitId })]
  if ((await owner().municipality.count()) === 0) await owner().municipality.create({ data: { name: 'Prøve Kommune', cvr: '99000007', senderLabel: 'Prøve', phone: '89 00 00 00', email: 'x@test.invalid', website: 'https://test.invalid', addressLines: [] } })
})

it.each(['da', 'en'] as const)('read back (%s), a certificate names who, what and when, tagged, and nothing else', async (locale) => {
  const ref = await finished()
  const found = await made(me, ref)
  if (!found) throw new Error('There is a certificate')
  const read = await readLetter(renderCertificate(certificateDocument(found, translatorFor(locale, 'casework.certificate'), locale)))
  const text = read.text.replace(/\s+/g, ' ')
  for (const one of ['Åse Ærlig', locale === 'da' ? 'har gennemført Næste Skridt' : 'has completed Next Step', locale === 'da' ? 'It (2 klip)' : 'IT (2 punches)', formatDay(today(), locale), 'Jonas Jobcenter', 'Jobcentret']) expect(text).toContain(one)
  expect([read.tagged, read.lang?.slice(0, 2), read.title, read.roles.filter((role) => role === 'H1').length, read.roles.includes('Table')]).toEqual([true, locale, locale === 'da' ? 'Bevis' : 'Certificate', 1, true])
  // Not the cards that are empty, nor a word of the case.
  for (const not of ['Kost', 'Nutrition', 'Aftalt', ref.personId, ref.caseId]) expect(text).not.toContain(not)
})

it('is there when the way is completed, for whoever has the person for more than some hours, and each time stands in the log', async () => {
  const ref = await finished()
  await made(me, ref)
  expect(await owner().auditEvent.count({ where: { personId: ref.personId, action: 'case.certificate-made', kind: 'DISCLOSURE' } })).toBe(1)
  expect(await made(stranger, ref)).toBeNull()
  await owner().breakGlass.create({ data: { userId: stranger.userId, personId: ref.personId, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', untilAt: new Date(Date.now() + 3_600_000) } })
  expect(await made(stranger, ref)).toBeNull()
  await move(ref, 6, 'forloeb')
  expect(await made(me, ref)).toBeNull()
  expect(await made(me, await following(me, 'gps'))).toBeNull()
  expect(await owner().auditEvent.count({ where: { personId: ref.personId, action: 'case.certificate-made' } })).toBe(1)
})
