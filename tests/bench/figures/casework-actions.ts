import type pg from 'pg'
import { logAttempt, logNoShow, logTalk, measure, offerCase, openCases, openLog } from '@/tests/support/steps/casework'
import { Hands } from '@/tests/support/steps/hands'
import { startDemoWeb } from '../demo-web'
import type { Figure } from './figure'

/** The most actions each may take, from the first page; about forty is what was counted for a talk in systems of today. A measurement counts from a page of the person. */
const budgets = { talk: 8, attempt: 4, 'no-show': 2, 'transfer with consent': 8, measurement: 6 } as const

/** Somebody of the caseworker's who is measured in the three rooms. */
async function measuredPerson(db: pg.Client): Promise<string> {
  const { rows } = await db.query(`SELECT a.person_id AS id FROM assignment a JOIN app_user u ON u.id = a.user_id AND u.email = 'sagsbehandler@demo.invalid'
    WHERE (a.to_day IS NULL OR a.to_day >= current_date)
      AND (SELECT m.scale_code FROM progress_measurement m WHERE m.person_id = a.person_id ORDER BY m.measured_on DESC LIMIT 1) = 'challenge' LIMIT 1`)
  return String(rows[0]?.id)
}

const figure: Figure = {
  bound: Object.entries(budgets).map(([name, most]) => `${name} ≤ ${most}`).join(', '),
  database: true,
  async figure({ ownerUrl }) {
    const web = await startDemoWeb(ownerUrl)
    try {
      const desk = await web.open('sagsbehandler@demo.invalid')
      const count = async (steps: (hands: Hands) => Promise<unknown>) => {
        const hands = new Hands(desk)
        await steps(hands)
        return hands.actions
      }
      const opened = await count(openLog)
      const counted: Record<keyof typeof budgets, number> = {
        talk: opened + (await count((hands) => logTalk(hands, 'Kaffe i køkkenet. Hunden har det bedre.', 'Jeg ringer til dyrlægen'))),
        attempt: opened + (await count(logAttempt)),
        'no-show': await count(logNoShow),
        'transfer with consent': await count(async (hands) => offerCase(hands, (await openCases(hands)) && 'Anders Bruun', 'Vil gerne tale med én, der selv har været udsendt')),
        measurement: await count(async (hands) => {
          await desk.goto(`/people/${await measuredPerson(web.db)}`)
          await measure(hands, [7, 5, 6])
        }),
      }
      const names = Object.keys(budgets) as (keyof typeof budgets)[]
      return { value: names.map((name) => `${name} ${counted[name]}`).join(', '), ok: names.every((name) => counted[name] > 0 && counted[name] <= budgets[name]) }
    } finally {
      await web.stop()
    }
  },
}
export default figure
