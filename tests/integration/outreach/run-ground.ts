import { freezeRunJob, sendRunJob } from '@/lib/outreach/runs/jobs'
import { createRun, releaseRun, reviewRun } from '@/lib/outreach/runs/actions'
import type { SendTools } from '@/lib/outreach/letters/tools'
import { today } from '@/lib/platform/clock'
import { addDays, type Day } from '@/lib/platform/day'
import type { Actor } from '@/lib/access/permissions'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { giveCpr, letterGround, memoryChannels } from '../../support/letter-run'
import { veteran } from '../../support/factories'

export const never = new AbortController().signal

export function boxes(name: string, day: Day): Record<string, string> {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return { [`${name}.day`]: dayOfMonth, [`${name}.month`]: month, [`${name}.year`]: year }
}

export async function couple(): Promise<{ maker: Actor; second: Actor }> {
  const unit = await owner().unit.upsert({ where: { code: 'veteran' }, create: { code: 'veteran', nameDa: 'Veteranindsatsen', nameEn: 'Veterans' }, update: {} })
  const [maker, second] = [await staff('VETERAN_COORDINATOR', { name: 'Kirsten Holm', unitId: unit.id }), await staff('VETERAN_COORDINATOR', { name: 'Anden Kollega' })]
  await owner().user.update({ where: { id: maker.userId }, data: { title: 'Veterankoordinator', phone: '89 15 15 16' } })
  return { maker, second }
}

let serial = 0
/** Somebody owed a first letter: by Digital Post, or on paper. */
export async function owed(channel: 'digital' | 'paper' = 'digital', data: Parameters<typeof veteran>[0] = {}) {
  const person = await veteran({ firstName: 'Søren', digitalPost: channel === 'digital' ? 'YES' : 'EXEMPT', ...data })
  if (channel === 'digital') await giveCpr(owner(), person.id, ++serial)
  return person
}

/** A run made, frozen and reviewed by `maker`. Returns its id. */
export async function madeRun(maker: Actor): Promise<string> {
  const templates = await letterGround(owner())
  const values = { name: 'Årets brev', templateId: templates.yearly, firstTemplateId: templates.first, ...boxes('dueThrough', addDays(today(), 30)), ...boxes('letterDate', today()) }
  const { redirectedTo, state } = await as(maker, () => submit(createRun, values))
  if (!redirectedTo) throw new Error(JSON.stringify(state))
  const runId = redirectedTo.split('/').at(-1) ?? ''
  await freezeRunJob({ runId }, never)
  return runId
}

export async function version(runId: string): Promise<string> {
  return String((await owner().run.findUniqueOrThrow({ where: { id: runId } })).version)
}

type RunAction = typeof reviewRun
export async function press(actor: Actor, action: RunAction, runId: string, more: Record<string, string> = {}) {
  const values = { runId, version: await version(runId), ...more }
  return as(actor, () => submit(action, values))
}

/** Reviewed, released by somebody else, and the delay over. */
export async function releasedRun(): Promise<{ runId: string; maker: Actor; second: Actor }> {
  const { maker, second } = await couple()
  const runId = await madeRun(maker)
  await press(maker, reviewRun, runId)
  await press(second, releaseRun, runId)
  await owner().run.update({ where: { id: runId }, data: { sendAfter: new Date(Date.now() - 1000) } })
  return { runId, maker, second }
}

export function send(channels = memoryChannels(), tuning: Partial<SendTools> = {}) {
  return sendRunJob(() => channels, { leaseSeconds: 5, ...tuning })
}

export const groups = async (runId: string) =>
  Object.fromEntries((await owner().runMember.groupBy({ by: ['group'], where: { runId }, _count: true })).map((row) => [row.group, row._count]))

/** Ends whatever run is open, so that the next test can make one. */
export async function endRuns(): Promise<void> {
  await owner().$executeRaw`DELETE FROM pgboss.job`
  await owner().$executeRaw`UPDATE run SET state = 'CANCELLED' WHERE state NOT IN ('CLOSED', 'CANCELLED')`
  await owner().$executeRaw`UPDATE person_role SET to_day = from_day`
}
