import { type Day } from '@/lib/platform/day'
import { type Random, randomFor } from '../random'
import type { Entry } from './log'
import type { Ids } from './rows'
import type { Town, TownCase } from './town'
import { fill } from './facts'

type Row = Record<string, unknown>

/** What is on a desk beside the talks. */
const TASKS = ['Send referatet af samtalen', 'Indhent statusattest fra egen læge', 'Ring til {chef} om timerne', 'Søg bevilling til mentor frem til sommer', 'Bestil tolk til næste samtale', 'Opfølgning på praktikaftalen', 'Gør klar til mødet i rehabiliteringsteamet', 'Svar ydelseskontoret', 'Send samtykket til underskrift igen', 'Rykke for svar om kørekort', 'Finde tid hos økonomirådgiveren', 'Skriv status til halvårssamtalen', 'Forny aftalen med {sted}', 'Læs psykologens udtalelse igennem', 'Ring til sprogskolen om modulet', 'Aftal sommerferie og hvem der tager telefonen imens', 'Følg op på brevet, der ikke blev besvaret', 'Indstil til fritidspas', 'Spørg boligteamet til ansøgningen', 'Lav ny aftale om befordring', 'Find en ny dag: onsdage går ikke mere', 'Få styr på lægeerklæringen, den udløber', 'Send billederne fra {sted} til mappen', 'Hør hos VUC om prøvedatoer', 'Skriv til {mentor} om sommerens tider']
/** Why an agreement was not kept. */
const MISSED = ['Nåede det ikke. Vi prøver igen.', 'Var syg den uge.', 'Turde ikke alene.', 'Glemt, og vi grinede af det.', 'Ventetiden var for lang i telefonen.', 'Kom på tværs af en flytning.']

const place = (one: TownCase) => one.fate.closed && !one.fate.reopenedOn
const clock = ({ calendar }: Town, day: Day, minutes = 835) => calendar.at(day, minutes).toISOString()

/** Tasks of those whose case is being worked on, and what was done before. */
export function taskRows(town: Town, today: Day, { units }: Ids): Row[] {
  const draw = randomFor('town tasks')
  const { cases, calendar } = town
  const day = (at: number) => calendar.days[Math.max(0, Math.min(calendar.days.length - 1, at))]!
  return cases.flatMap((one) => {
    const task = (text: string, made: number, due: number, closed: number | null): Row => {
      const unit = closed === null && draw.chance(0.04)
      return { id: draw.uuid(), person_id: one.citizen.id, text, due_on: day(due), explanation: [], owner_id: unit ? null : one.worker.id, unit_id: unit ? units[one.worker.unit] : null, state: closed === null ? 'open' : 'done', source: 'hand', created_by: one.worker.id, created_at: clock(town, day(made), 545 + (made % 300)), closed_by: closed === null ? null : one.worker.id, closed_at: closed === null ? null : clock(town, day(closed)), version: 1 }
    }
    const text = () => fill(draw.pick(TASKS.filter((words) => worked(one) || !/\{(sted|chef)\}/.test(words))), one.facts, null)
    const [first, last] = [calendar.from(one.fate.openedOn), place(one) ? calendar.from(one.fate.closed!.on) : calendar.today]
    const done: Row[] = []
    // Four of five are done in time; the rest some days late.
    for (let made = first + draw.between(2, 25); made < last - 16; made += draw.between(20, 80)) {
      const due = made + draw.between(2, 12)
      done.push(task(text(), made, due, draw.chance(0.8) ? Math.max(made, due - draw.between(0, 4)) : due + draw.between(1, 4)))
    }
    if (place(one)) return done
    // Few are late: most of what is due is done.
    const open = draw.chance(0.5) ? [task(text(), calendar.today - draw.between(1, Math.max(1, Math.min(20, calendar.today - first - 1))), calendar.today + (draw.chance(0.06) ? -draw.between(1, 6) : draw.between(1, 26)), null)] : []
    return [...done, ...open].filter((row) => String(row.created_at) < `${today}T23`)
  })
}

const worked = ({ course }: TownCase) => course.entries.some(({ notes }) => notes.some(([topic]) => topic === 'work'))

type Plan = { goals: Row[]; goalSteps: Row[]; agreements: Row[]; agreementSteps: Row[] }

/** The plans of a good third: what the citizen wants, in their words, and what was agreed on the way. */
export function planRows(town: Town): Record<string, Row[]> {
  const draw = randomFor('town plans')
  const plan: Plan = { goals: [], goalSteps: [], agreements: [], agreementSteps: [] }
  for (const one of town.cases) {
    const talks = one.course.entries.filter(({ outcome }) => outcome === 'reached')
    if (talks.length > 3 && draw.chance(0.38)) addPlan(draw, town, plan, one, talks)
  }
  return { plan_goal: plan.goals, plan_goal_step: plan.goalSteps, plan_agreement: plan.agreements, plan_agreement_step: plan.agreementSteps }
}

function addPlan(draw: Random, town: Town, plan: Plan, one: TownCase, talks: readonly Entry[]): void {
  const { calendar } = town
  const [said, aside] = [calendar.days[talks[1]!.place]!, calendar.days[talks[Math.floor(talks.length * 0.6)]!.place]!]
  const common = { person_id: one.citizen.id, recorded_by: one.worker.id }
  const goals = [one.trade.goal, ...one.course.goals].slice(0, draw.between(1, 3)).map((text, nth) => {
    const id = draw.uuid()
    const words = { ...common, goal_id: id, text: fill(text, one.facts, null), said_by: draw.chance(0.85) ? 'citizen' : 'together', said_on: said }
    plan.goals.push({ id, person_id: one.citizen.id, created_by: one.worker.id, created_at: clock(town, said) })
    plan.goalSteps.push({ id: draw.uuid(), ...words, number: 1, state: 'open', due_on: calendar.days[Math.min(calendar.days.length - 1, calendar.from(said) + 110)]!, reason: null, recorded_at: clock(town, said) })
    const reached = one.fate.closed?.outcome === 'goal' && nth === 0 ? one.fate.closed.on : nth > 0 && draw.chance(0.35) ? aside : null
    if (reached && reached > said) plan.goalSteps.push({ id: draw.uuid(), ...words, number: 2, state: 'reached', due_on: null, reason: null, recorded_at: clock(town, reached) })
    return id
  })
  for (const [nth, entry] of talks.filter(({ agreed }) => agreed && /^(Han|Hun|Jeg) (?!ringer|skriver det ned)/.test(agreed)).slice(-3).entries()) {
    const [id, made] = [draw.uuid(), calendar.days[entry.place]!]
    const due = calendar.days[Math.min(calendar.days.length - 1, entry.place + draw.between(4, 14))]!
    plan.agreements.push({ id, person_id: one.citizen.id, goal_id: goals[nth % goals.length], text: entry.agreed!, who: entry.agreed!.startsWith('Jeg') ? 'staff' : 'citizen', created_by: one.worker.id, created_at: clock(town, made) })
    const step = (number: number, state: string, words: string | null, at: Day) => plan.agreementSteps.push({ id: draw.uuid(), agreement_id: id, ...common, number, state, due_on: due, words, recorded_at: clock(town, at) })
    step(1, 'open', null, made)
    const kept = draw.chance(0.76)
    if (calendar.from(due) < calendar.today - 2) step(2, kept ? 'kept' : 'missed', kept ? null : draw.pick(MISSED), due)
  }
}
