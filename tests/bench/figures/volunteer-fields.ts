import type { Ground } from '@/tests/probes/ground'
import type { Stage } from '@/tests/probes/outside/fields'
import type { Found } from '@/tests/probes/outside/visits'
import type { Figure, FigureOptions, FigureResult } from './figure'

type Tally = { answers: number; shown: number; outside: Map<string, string[]>; seen: Set<string>; faults: string[]; statuses: Map<number, number> }

async function measure(ground: Ground, { log, small }: FigureOptions) {
  const { plantOutside } = await import('@/tests/probes/outside/world')
  const { askOutside, openSessions, outsideFeeds, outsideForms, outsidePages, ownPages } = await import('@/tests/probes/outside/visits')
  const { expected, outsideMay } = await import('@/tests/probes/outside/fields')
  const { judgeMails, sendMatchMails } = await import('@/tests/probes/outside/mails')
  const { endEverything, takeBack } = await import('@/tests/probes/outside/over')
  const { markRest, unmarked } = await import('@/tests/probes/outside/complete')
  const outside = await plantOutside(ground.db, ground.world)
  await markRest(ground, outside)
  const tally: Tally = { answers: 0, shown: 0, outside: new Map(), seen: new Set(), faults: [], statuses: new Map() }
  const each = ({ asker, path, probe, side, stage, answer, found }: Found) => {
    tally.answers++
    tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1)
    if (answer.status >= 500) tally.faults.push(`${asker.key} ${probe.path}: ${answer.status}`)
    for (const one of found) {
      tally.shown++
      const column = `${one.table}.${one.column}`
      if (outsideMay(outside, asker.key, stage, path, one, side)) tally.seen.add(`${asker.key} ${one.person} ${column}`)
      else tally.outside.set(`${asker.key} ${stage} ${path} ${column}`, [...(tally.outside.get(`${asker.key} ${stage} ${path} ${column}`) ?? []), outside.nameOf(one.person)])
    }
  }
  const went = (stage: Stage | string) => log(`${stage}: ${tally.answers} answers, ${tally.shown} markers, ${tally.outside.size} outside the list`)
  const cookies = await openSessions(ground)
  const pages = outsidePages(ground, outside, cookies, small)
  await askOutside(ground, [...pages, ...(await outsideFeeds(ground))], 'begun', each)
  went('pages and files')
  const unseen = expected(outside).filter(({ asker, owner, column }) => !tally.seen.has(`${asker} ${owner} ${column}`)).map(({ asker, owner, column }) => `${asker}: ${column} of ${outside.nameOf(owner)}`)
  const mails = await judgeMails(ground, outside, await sendMatchMails(ground, outside))
  await askOutside(ground, mails.links, 'begun', each)
  went(`${mails.sent} mails and their links`)
  await askOutside(ground, outsideForms(ground, outside, cookies, small), 'begun', each)
  went('forms')
  const own = ownPages(pages)
  await takeBack(ground, outside)
  await askOutside(ground, own, 'taken back', each)
  went('taken back')
  await endEverything(ground, outside)
  // With the session that was open, and with a new one.
  await askOutside(ground, own, 'over', each)
  await askOutside(ground, ownPages(outsidePages(ground, outside, await openSessions(ground), small)), 'over', each)
  went('over')
  return { outside, tally, unseen, mails, unmarked: await unmarked(ground) }
}

/** On a ground that is there: whose words reached somebody outside who may not read them. */
export async function onGround(ground: Ground, options: FigureOptions): Promise<FigureResult> {
  const { tally, unseen, mails, unmarked } = await measure(ground, options)
  const outside = [...[...tally.outside].map(([key, all]) => `${all.length} × ${key}: ${[...new Set(all)].slice(0, 6).join(', ')}`), ...mails.wrong]
  const statuses = [...tally.statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status} × ${n}`).join(', ')
  return {
    value: `${outside.length} outside the list; ${ground.world.planter.planted.length} markers, ${tally.answers} answers, ${mails.sent} mails, ${tally.seen.size} fields seen`,
    ok: outside.length + unseen.length + tally.faults.length + unmarked.length === 0 && mails.sent >= 7,
    details: [statuses, ...unseen.map((one) => `proves nothing, never seen: ${one}`), ...unmarked.map((one) => `proves nothing, without a marker: ${one}`), ...tally.faults.slice(0, 20), ...outside.slice(0, 60)],
  }
}

const figure: Figure = {
  bound: 'all that a volunteer, a representative or nobody at all is answered, sent or handed ⊆ the written lists, and nothing once consent, match or tie is over: 0 outside',
  database: true,
  async figure(options) {
    const { breakGround } = await import('@/tests/probes/ground')
    const ground = await breakGround(options.ownerUrl)
    try {
      return await onGround(ground, options)
    } finally {
      await ground.stop()
    }
  },
}
export default figure
