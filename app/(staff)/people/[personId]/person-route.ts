import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import type { PersonFrameProps } from '@/components/people/person-frame'
import { can, type Actor } from '@/lib/access/permissions'
import { caseworkPart } from '@/lib/casework/overview/queries'
import { nextStepOf, type NextStepOf, nextStepPart } from '@/lib/outreach/due/queries'
import { bothParts } from '@/lib/people/record/also/sql'
import type { PersonBar } from '@/lib/people/record/bar/sql'
import type { Also, AlsoPart, OpenPerson } from '@/lib/people/record/queries'
import { today } from '@/lib/platform/clock'

/** What outreach says about the person, read in the same transaction as the page. */
export const nextStep: Also<NextStepOf | null> = ({ actor, tx }, bar) => nextStepOf(actor, tx, bar.id, today())

/** The same, in the page's own statement. */
export const alsoNextStep: AlsoPart<NextStepOf | null> = ({ actor, tx }, personId) => nextStepPart(actor, tx, personId, today())

/** On the first page also where the casework stands. */
export const alsoNow = bothParts(alsoNextStep, async ({ actor }, personId) => caseworkPart(actor, personId, today()))

/** Never the name: titles end up in histories and logs. */
export async function personTitle() {
  return { title: (await getTranslations('people.tabs'))('label') }
}

/** Whether the screening guide is offered: a veteran's deployment is known, and nothing lasting is written behind broken glass. */
export const mayAsk = (actor: Actor, { roles, glass }: PersonBar): boolean => can(actor, 'plan.manage') && !glass && !roles.includes('VETERAN')

/** The frame around a page of a person. Hidden is not there; merged away leads on to the record that lives on. */
export function frameOf<T>(actor: Actor, open: OpenPerson<T, NextStepOf | null> | null): { more: T; frame: PersonFrameProps } {
  if (!open) notFound()
  if (!open.content) redirect(`/people/${open.bar.mergedIntoId}`)
  const may = { cpr: can(actor, 'person.read.cpr'), update: can(actor, 'person.update'), merge: can(actor, 'person.merge'), note: can(actor, 'contact.record') }
  return { more: open.content.more, frame: { bar: open.bar, next: open.content.also, today: today(), may } }
}
