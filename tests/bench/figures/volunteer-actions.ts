import { askForCompanion } from '@/tests/support/steps/companions'
import { Hands } from '@/tests/support/steps/hands'
import { askFirstCandidate, logMeeting } from '@/tests/support/steps/volunteering'
import { startDemoWeb } from '../demo-web'
import type { Figure } from './figure'

/** A companion counts from a page of the person, a candidate from the list of those who wait, a meeting from the volunteer's first page. */
const budgets = { 'companion request': 8, 'log a meeting': 2, 'ask a candidate': 3 } as const

const figure: Figure = {
  bound: Object.entries(budgets).map(([name, most]) => `${name} ≤ ${most}`).join(', '),
  database: true,
  async figure({ ownerUrl }) {
    const web = await startDemoWeb(ownerUrl)
    try {
      const { rows: [person] } = await web.db.query<{ id: string }>("SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL WHERE p.protection = 'P0' AND p.died_on IS NULL AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.person_id = p.id) AND NOT EXISTS (SELECT 1 FROM volunteer_request q WHERE q.person_id = p.id) ORDER BY p.id LIMIT 1")
      const count = async (email: string, path: string, steps: (hands: Hands) => Promise<unknown>) => {
        const page = await web.open(email)
        await page.goto(path)
        const hands = new Hands(page)
        await steps(hands)
        return hands.actions
      }
      const counted: Record<keyof typeof budgets, number> = {
        'companion request': await count('koordinator@demo.invalid', `/people/${person?.id}`, (hands) => askForCompanion(hands, 'Opfølgning i jobcentret')),
        'log a meeting': await count('frivillig@demo.invalid', '/', logMeeting),
        'ask a candidate': await count('frivilligleder@demo.invalid', '/', askFirstCandidate),
      }
      const names = Object.keys(budgets) as (keyof typeof budgets)[]
      return { value: names.map((name) => `${name} ${counted[name]}`).join(', '), ok: names.every((name) => counted[name] > 0 && counted[name] <= budgets[name]) }
    } finally {
      await web.stop()
    }
  },
}
export default figure
