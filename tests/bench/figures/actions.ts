import { Hands } from '@/tests/support/steps/hands'
import { logPhoneAttempt, makeAndReviewRun, recordReturn, releaseRun, returnedLetterOf, untilSent } from '@/tests/support/steps/outreach'
import { askForCall, bookTalk } from '@/tests/support/steps/replies'
import { type DemoWeb, startDemoWeb } from '../demo-web'
import { liveReplyCode } from '../reply-code'
import type { Figure } from './figure'

/** The most actions each may take. Two people make a run: both are counted. */
const budgets = { 'run to release': 8, 'phone attempt': 4, reply: 3, 'returned letter': 3 } as const

async function run(web: DemoWeb): Promise<{ actions: number; address: string }> {
  const maker = new Hands(await web.open('koordinator@demo.invalid'))
  const address = await makeAndReviewRun(maker)
  const releaser = new Hands(await web.open('kollega@demo.invalid'))
  await releaseRun(releaser, address)
  await untilSent(releaser, address)
  return { actions: maker.actions + releaser.actions, address }
}

const figure: Figure = {
  bound: Object.entries(budgets).map(([name, most]) => `${name} ≤ ${most}`).join(', '),
  database: true,
  async figure({ ownerUrl }) {
    const web = await startDemoWeb(ownerUrl)
    try {
      const made = await run(web)
      const desk = await web.open('koordinator@demo.invalid')
      const call = new Hands(desk)
      await logPhoneAttempt(call)
      const back = new Hands(desk)
      await recordReturn(back, (await returnedLetterOf(web.db, made.address)).name)
      // The longest way of answering counts: a talk at a chosen time.
      const answers = [new Hands(await web.open(null)), new Hands(await web.open(null))] as const
      await askForCall(answers[0], await liveReplyCode(web.db))
      await bookTalk(answers[1], await liveReplyCode(web.db))
      const counted: Record<keyof typeof budgets, number> = { 'run to release': made.actions, 'phone attempt': call.actions, reply: Math.max(...answers.map((hands) => hands.actions)), 'returned letter': back.actions }
      const names = Object.keys(budgets) as (keyof typeof budgets)[]
      return { value: names.map((name) => `${name} ${counted[name]}`).join(', '), ok: names.every((name) => counted[name] > 0 && counted[name] <= budgets[name]) }
    } finally {
      await web.stop()
    }
  },
}
export default figure
