import 'server-only'
import { Refused } from '@/lib/access/refused'
import type { Actor } from '@/lib/access/permissions'
import type { Tx } from '@/lib/platform/db'
import type { ContactChannel } from './rules'
import type { ContactInput } from './schema'

export type NewContact = Omit<ContactInput, 'personId' | 'back' | 'happenedOn' | 'time'> & { happenedAt: Date }

/**
 * Adds the entry with its notes at each of the people, and the draft it was typed in is gone. Answers with the ids of the entries, in the order of the people, and the channel its kind counts as.
 * Throws Refused for a person that is not there, a moment that has not come, and a kind or a topic that is not used.
 */
export async function addContacts(tx: Tx, actor: Actor, input: NewContact, now: Date): Promise<{ ids: string[]; channel: ContactChannel }> {
  const { people, outcome, kind, minutes, travelMinutes, travelKm, agreed, nextStep, nextOn, companion, interpreter, notes, happenedAt } = input
  const [known] = await tx.$queryRaw<{ people: number; channel: ContactChannel | null; topics: string[] }[]>`/* keep:contact-known */ SELECT (SELECT count(*)::int FROM person p WHERE p.id = ANY (${people}::uuid[]) AND p.merged_into_id IS NULL) AS people,
    (SELECT k.channel FROM contact_kind k WHERE k.code = ${kind}::text AND k.retired_on IS NULL) AS channel,
    ARRAY(SELECT t.code FROM contact_topic t WHERE t.code = ANY (${notes.map(({ topic }) => topic)}) AND t.retired_on IS NULL) AS topics`
  if (known?.people !== people.length) throw new Refused('casework.error.gone')
  if (happenedAt > now) throw new Refused('casework.error.future', {}, 'happenedOn')
  const channel = kind === null ? 'none' : known.channel
  if (channel === null) throw new Refused('casework.error.kindGone', {}, 'kind')
  const strange = notes.find(({ topic }) => !known.topics.includes(topic))
  if (strange) throw new Refused('casework.error.topic', {}, `note.${strange.topic}`)
  const togetherId = people.length > 1 ? crypto.randomUUID() : null
  const entries = people.map((personId) => ({ id: crypto.randomUUID(), personId }))
  // Neither reads back, which would ask the database for more than it has been given; and both are planned once, because this is written all day.
  const rows = JSON.stringify(entries.map(({ id, personId }) => ({ id, person_id: personId, outcome, channel, kind_code: kind, happened_at: happenedAt, minutes, travel_minutes: travelMinutes, travel_km: travelKm, agreed, next_step: nextStep, next_on: nextOn, companion, interpreter, together_id: togetherId, recorded_by: actor.userId })))
  await tx.$executeRaw`/* keep:contact-add */ INSERT INTO contact (id, person_id, outcome, channel, kind_code, happened_at, minutes, travel_minutes, travel_km, agreed, next_step, next_on, companion, interpreter, together_id, recorded_by)
    SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, person_id uuid, outcome text, channel text, kind_code text, happened_at timestamptz, minutes int, travel_minutes int, travel_km int, agreed text, next_step text, next_on date, companion boolean, interpreter boolean, together_id uuid, recorded_by uuid)`
  const said = entries.flatMap(({ id, personId }) => notes.map(({ topic, text }) => ({ contact_id: id, person_id: personId, topic_code: topic, text })))
  if (said.length > 0) await tx.$executeRaw`/* keep:contact-notes */ INSERT INTO contact_note (contact_id, person_id, topic_code, text) SELECT * FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS r (contact_id uuid, person_id uuid, topic_code text, text text)`
  // Of those who were there, and of nobody else: another's case is as one that is not there.
  const named = input.cases.length === 0 ? [] : await tx.caseFile.findMany({ where: { id: { in: input.cases }, personId: { in: people } }, select: { id: true, personId: true } })
  if (named.length > 0) await tx.contactCase.createMany({ data: entries.flatMap(({ id, personId }) => named.filter((one) => one.personId === personId).map((one) => ({ contactId: id, caseId: one.id, personId }))) })
  if (input.draftId) await tx.contactDraft.deleteMany({ where: { id: input.draftId, userId: actor.userId } })
  return { ids: entries.map(({ id }) => id), channel }
}

/** What was typed so far; the same draft is written over. True when it was begun just now. */
export async function keep(tx: Tx, actor: Actor, { personId, draftId, fields }: { personId: string; draftId: string; fields: Record<string, string | string[]> }): Promise<boolean> {
  if (!(await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { id: true } }))) throw new Refused('casework.error.gone')
  const again = () => tx.contactDraft.updateMany({ where: { id: draftId, personId, userId: actor.userId }, data: { fields, savedAt: new Date() } })
  if ((await again()).count > 0) return false
  const begun = await tx.contactDraft.createMany({ data: [{ id: draftId, personId, userId: actor.userId, fields }], skipDuplicates: true })
  if (begun.count > 0) return true
  // Begun at the same moment from the same form; or under this id about somebody else, and then nothing is written over.
  if ((await again()).count !== 1) throw new Refused('casework.error.gone')
  return false
}
