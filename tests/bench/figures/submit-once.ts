import { resolve } from 'node:path'
import { freePort } from '@/scripts/database/embedded'
import { makeSession } from '@/tests/support/e2e/session-cookie'
import { startBuilt, stopBuilt } from '@/tests/support/e2e/web'
import type { Sent } from '@/tests/probes/sent-once'
import type { Figure } from './figure'

const figure: Figure = {
  bound: 'every form that changes something: sent twice, five times at once and again after a day it is done once',
  database: true,
  async figure({ ownerUrl, seed, small, only, log }) {
    const { breakGround } = await import('@/tests/probes/ground')
    const { sender } = await import('@/tests/probes/http')
    const { builtActions, askedOf } = await import('@/tests/probes/action-list')
    const { nameOf, overHttp } = await import('@/tests/probes/prepared')
    const { excused } = await import('@/tests/probes/excused')
    const { sentOnce } = await import('@/tests/probes/sent-once')
    const { Undo } = await import('@/tests/probes/undo')
    const ground = await breakGround(ownerUrl)
    const port = await freePort()
    const later = await startBuilt(port, { NEXTAUTH_URL: ground.address, PUBLIC_URL: ground.address, JOBS: 'worker', TRUST_PROXY: 'true', NODE_OPTIONS: `--import ${resolve('tests/probes/day-ahead.mjs')}` })
    const ahead = sender(port, 2)
    try {
      // The cookie itself would be too old a day later, and the form be turned away before anybody looked for it.
      const open = async ({ email }: { email: string | null }): Promise<Record<string, string>> => (email ? { cookie: `indgang=${await makeSession(ground.db, process.env.NEXTAUTH_SECRET ?? '', email, 200_000)}` } : {})
      const undo = await new Undo(ground.db).open()
      const all: Sent[] = []
      const actions = builtActions()
      const [now, nextDay] = [overHttp(ground, ground), overHttp(ground, { send: ahead.send, address: `http://127.0.0.1:${port}` })]
      const asked = askedOf(actions, { only, small, seed }, 4).filter((action) => !excused[nameOf(action)]?.whole)
      for (const action of asked) all.push(await sentOnce({ ...ground, freshCookie: open }, now, nextDay, undo, actions, action))
      const shown = all.filter(({ idle }) => idle === null)
      const wrong = shown.flatMap(({ action, wrong: found }) => found.map((one) => `${action} ${one}`))
      const idle = all.filter((one) => one.idle !== null)
      log(`${shown.reduce((sum, { effect }) => sum + effect.length, 0)} rows written by ${shown.length} actions sent once`)
      return {
        value: `${shown.length} of ${all.length} actions, ${wrong.length} not done once`,
        ok: wrong.length === 0 && idle.length === 0,
        details: [...wrong, ...idle.map(({ action, idle: why }) => `did nothing: ${action}: ${why}`)],
      }
    } finally {
      ahead.close()
      await stopBuilt(later)
      await ground.stop()
    }
  },
}
export default figure
