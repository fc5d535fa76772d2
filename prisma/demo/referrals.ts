import { addDays, addMonths, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import type { DemoStaff } from './users'

type From = 'coordinator' | 'caseworker'
type Said = { step: 'accepted' | 'refused' | 'revoked' | 'done'; said: 'here' | 'told' | 'consent'; daysAgo: number; words?: string; by?: From | 'other' }
type Told = { from: From; nth: number; to: { unit: string } | { offer: string } | 'association'; fields: string[]; told: string; daysAgo: number; answerIn: number; wished?: number; why: string; steps?: Said[] }

/** In every state there is: waiting, overdue, taken on, refused, stopped by the consent, and done. `nth`: of the sender's open cases. */
const REFERRALS: readonly Told[] = [
  { from: 'coordinator', nth: 6, to: { unit: 'jobcenter' }, fields: ['contact', 'service'], told: 'dit navn, din telefon og e-mail og hvor og hvornår du har været udsendt', daysAgo: 2, answerIn: 7, wished: 21, why: 'Vil gerne prøve et par timer om ugen på et lager eller i en park. Sover dårligt, så helst om eftermiddagen.' },
  { from: 'coordinator', nth: 7, to: { unit: 'jobcenter' }, fields: ['contact'], told: 'dit navn og din telefon og e-mail', daysAgo: 16, answerIn: 7, why: 'Har fået lyst til at læse til maskinmester og vil vide, hvad det betyder for ydelsen.', steps: [{ step: 'accepted', said: 'here', daysAgo: 13, by: 'caseworker', words: 'Vi har en vejledningstid torsdag kl. 10. Jeg ringer selv.' }] },
  { from: 'coordinator', nth: 8, to: { unit: 'social' }, fields: ['contact'], told: 'dit navn og din telefon og e-mail', daysAgo: 12, answerIn: 7, why: 'Har svært ved at få økonomien til at hænge sammen efter skilsmissen og vil gerne tale med en gældsrådgiver.' },
  { from: 'coordinator', nth: 9, to: { offer: 'veterancenter-raadgivning' }, fields: ['contact', 'service'], told: 'dit navn, din telefon og e-mail og hvor og hvornår du har været udsendt', daysAgo: 24, answerIn: 10, why: 'Arbejdsskadesagen har ligget stille i et år. Ønsker en, der kan se papirerne igennem.', steps: [{ step: 'accepted', said: 'told', daysAgo: 19, words: 'De har fået papirerne med post og vender tilbage inden jul.' }] },
  { from: 'coordinator', nth: 2, to: 'association', fields: ['contact'], told: 'dit navn og din telefon og e-mail', daysAgo: 90, answerIn: 14, why: 'Savner nogen at være sammen med om formiddagen og kan lide at bruge hænderne.', steps: [{ step: 'accepted', said: 'told', daysAgo: 84 }, { step: 'done', said: 'told', daysAgo: 20, words: 'Kommer fast hver onsdag og har selv betalt kontingent.' }] },
  { from: 'coordinator', nth: 5, to: { unit: 'social' }, fields: ['contact'], told: 'dit navn og din telefon og e-mail', daysAgo: 40, answerIn: 7, why: 'Ville gerne høre om støtte i hjemmet.', steps: [{ step: 'revoked', said: 'consent', daysAgo: 36 }] },
  { from: 'caseworker', nth: 4, to: { unit: 'veteran' }, fields: ['contact', 'service'], told: 'dit navn, din telefon og e-mail og hvor og hvornår du har været udsendt', daysAgo: 1, answerIn: 7, why: 'Fortalte i sidste samtale om Helmand og vil gerne tale med en, der ved, hvad det er.' },
  { from: 'caseworker', nth: 5, to: { unit: 'social' }, fields: ['contact'], told: 'dit navn og din telefon og e-mail', daysAgo: 9, answerIn: 7, why: 'Har brug for hjælp til at søge bolig tættere på børnene.', steps: [{ step: 'refused', said: 'here', daysAgo: 5, by: 'other', words: 'Boligrådgivningen ligger i Borgerservice. De har åbent uden aftale mandag og torsdag.' }] },
]

/** Referrals of the two who have cases in the demo, each on the consent it takes. */
export async function loadReferrals(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  const units = await db.unit.findMany({ select: { id: true, code: true, nameDa: true } })
  const offers = await db.offer.findMany({ select: { id: true, code: true, titleDa: true, partner: { select: { id: true, name: true } } } })
  const association = await db.association.findFirst({ where: { closedOn: null, signup: null, partnerships: { some: { fromDay: { lte: dayToDb(today) }, toDay: { gte: dayToDb(today) } } } }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
  const other = (await db.user.findFirst({ where: { email: 'socialraadgiver@demo.invalid' }, select: { id: true } }))?.id ?? staff.caseworker
  const open = async (userId: string) => db.caseFile.findMany({ where: { person: { protection: 'P0', shielded: false, diedOn: null }, assignments: { some: { userId, toDay: null, caseRole: 'coordinator' } }, states: { every: { state: 'open' } } }, select: { personId: true }, orderBy: { id: 'asc' } })
  const cases = { coordinator: await open(staff.coordinator), caseworker: await open(staff.caseworker) }
  for (const { from, nth, to, fields, told, daysAgo, answerIn, wished, why, steps = [] } of REFERRALS) {
    const personId = cases[from][nth]?.personId
    const [unit, offer] = [to !== 'association' && 'unit' in to ? units.find(({ code }) => code === to.unit) : undefined, to !== 'association' && 'offer' in to ? offers.find(({ code }) => code === to.offer) : undefined]
    const name = unit?.nameDa ?? offer?.partner?.name ?? offer?.titleDa ?? (to === 'association' ? association?.name : undefined)
    if (!personId || !name) continue
    const on = addDays(today, -daysAgo)
    const consent = await db.consent.create({ data: { personId, purpose: 'referral', fields, how: 'spoken', evidence: 'Læst op og sagt ja til i samtalen', givenOn: dayToDb(on), expiresOn: dayToDb(addDays(addMonths(on, 12), -1)), recordedBy: staff[from], recipientUnitId: unit?.id ?? null, partnerId: offer?.partner?.id ?? null, recipientName: unit || offer?.partner ? null : name,
      wording: `Vi må fortælle ${name} ${told} for at henvise dig til et tilbud. Du kan til enhver tid sige til, at du ikke længere vil, og så stopper det med det samme.` }, select: { id: true } })
    const { id } = await db.referral.create({ data: { personId, consentId: consent.id, toKind: unit ? 'unit' : offer ? 'offer' : 'association', toUnitId: unit?.id ?? null, toOfferId: offer?.id ?? null, toAssociationId: to === 'association' ? (association?.id ?? null) : null, why, wishedBy: wished === undefined ? null : dayToDb(addDays(today, wished)), answerBy: dayToDb(addDays(on, answerIn)), sentBy: staff[from], sentAt: momentAt(on, 10, 40) }, select: { id: true } })
    const said = (by: Said['by']) => (by === 'other' ? other : staff[by ?? from])
    // The row of the withdrawal ends the referral by itself.
    for (const one of steps.filter((step) => step.said === 'consent')) await db.consentWithdrawal.create({ data: { consentId: consent.id, personId, withdrawnOn: dayToDb(addDays(today, -one.daysAgo)), how: 'spoken', note: 'Vil hellere klare det selv', recordedBy: said(one.by), recordedAt: momentAt(addDays(today, -one.daysAgo), 14, 5) } })
    await db.referralStep.createMany({ data: steps.filter((step) => step.said !== 'consent').map(({ step, said: how, daysAgo: ago, words, by }, at) => ({ referralId: id, personId, number: at + 1, step, said: how, words: words ?? null, recordedBy: said(by), recordedAt: momentAt(addDays(today, -ago), 13, 15) })) })
    await db.referralStep.updateMany({ where: { referralId: id, said: 'consent' }, data: { recordedAt: momentAt(addDays(today, -(steps[0]?.daysAgo ?? 0)), 14, 5) } })
  }
}
