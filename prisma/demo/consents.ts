import { addDays, addMonths, type Day, dayToDb } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoStaff } from './users'

type Said = { fields: string[]; purpose: string; how: string; evidence: string | null; unit?: string; partner?: number; name?: string; daysAgo: number; told: string; withdrawn?: number }
const said: Said[] = [
  { unit: 'jobcenter', fields: ['contact', 'needs', 'service'], purpose: 'work', how: 'spoken', evidence: 'I samtalen på rådhuset; hustruen var med', daysAgo: 20, told: 'dit navn, din telefon og e-mail, dit sprog og de hensyn, du har brug for, og hvor og hvornår du har været udsendt for at hjælpe dig med job eller uddannelse' },
  { unit: 'jobcenter', fields: ['contact'], purpose: 'meeting', how: 'written', evidence: null, daysAgo: 75, told: 'dit navn og din telefon og e-mail for at holde et fælles møde med dig' },
  { unit: 'frivillig', fields: ['contact', 'address'], purpose: 'referral', how: 'spoken', evidence: 'I telefonen, da han ringede om cykelholdet', daysAgo: 8, told: 'dit navn, din telefon og e-mail og din adresse for at henvise dig til et tilbud' },
  { unit: 'jobcenter', fields: ['contact', 'service'], purpose: 'coordination', how: 'digital', evidence: 'Svaret på brevet i Digital Post', daysAgo: 200, withdrawn: 30, told: 'dit navn, din telefon og e-mail og hvor og hvornår du har været udsendt for at samarbejde om din indsats' },
  { partner: 0, fields: ['contact'], purpose: 'referral', how: 'written', evidence: null, daysAgo: 140, told: 'dit navn og din telefon og e-mail for at henvise dig til et tilbud' },
  { name: 'Min søster Gitte', fields: ['contact'], purpose: 'coordination', how: 'spoken', evidence: 'Sagt ved hjemmebesøget i foråret', daysAgo: 430, told: 'dit navn og din telefon og e-mail for at samarbejde om din indsats' },
  { unit: 'frivillig', fields: ['needs'], purpose: 'referral', how: 'spoken', evidence: 'Efter informationsaftenen i caféen', daysAgo: 61, told: 'dit navn og dit sprog og de hensyn, du har brug for, for at henvise dig til et tilbud' },
]

/** What some of the veterans have agreed to: to the jobcentre, the volunteers, a partner and a sister; one taken back, one run out. */
export async function loadConsents(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  const people = await db.person.findMany({ where: { protection: 'P0', diedOn: null, mergedIntoId: null, assignments: { none: {} }, roles: { some: { kind: 'VETERAN', toDay: null } } }, select: { id: true }, orderBy: { id: 'asc' }, skip: 40, take: said.length })
  const [units, partners] = [await db.unit.findMany({ select: { id: true, code: true, nameDa: true } }), await db.partner.findMany({ select: { id: true, name: true }, orderBy: { position: 'asc' } })]
  for (const [at, one] of said.entries()) {
    const [person, unit, partner] = [people[at], units.find(({ code }) => code === one.unit), one.partner === undefined ? undefined : partners[one.partner]]
    if (!person) continue
    const givenOn = addDays(today, -one.daysAgo)
    const expiresOn = addDays(addMonths(givenOn, 12), -1)
    const recipient = unit?.nameDa ?? partner?.name ?? one.name
    const consent = await db.consent.create({
      data: {
        personId: person.id, purpose: one.purpose, fields: one.fields, how: one.how, evidence: one.evidence, givenOn: dayToDb(givenOn), expiresOn: dayToDb(expiresOn), recordedBy: staff.coordinator,
        recipientUnitId: unit?.id ?? null, partnerId: partner?.id ?? null, recipientName: unit || partner ? null : (one.name ?? null),
        wording: `Vi må fortælle ${recipient} ${one.told}. Du kan til enhver tid sige til, at du ikke længere vil, og så stopper det med det samme.`,
      },
    })
    if (one.withdrawn) await db.consentWithdrawal.create({ data: { consentId: consent.id, personId: person.id, withdrawnOn: dayToDb(addDays(today, -one.withdrawn)), how: 'spoken', note: 'Har fået job selv', recordedBy: staff.coordinator } })
  }
}
