import type { Ground } from '@/tests/probes/ground'
import type { Pair } from '@/tests/probes/route-probes'
import type { Verdict } from '@/tests/probes/judge'
import { randomFrom } from '../letters-data'
import type { Figure, FigureOptions, FigureResult } from './figure'

const WANTED = 20_000
const SMALL = 500

/** Every route and action keeps its share of the probes; which ones, the seed says. */
function drawn(pairs: readonly Pair[], wanted: number, seed: number): Pair[] {
  if (pairs.length <= wanted) return [...pairs]
  const random = randomFrom(seed)
  const share = wanted / pairs.length
  return pairs.filter(() => random() < share)
}

/** The first of each kind of finding, with how many there are: a broken guard shows itself a thousand times. */
function summary(findings: readonly string[]): string[] {
  const groups = new Map<string, string[]>()
  for (const one of findings) {
    const key = one.replace(/^.*? (page|flight|prefetch|head|script|plain) /, '').split(': ')[0] ?? ''
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].map(([key, all]) => `${all.length} × ${key}, as ${all[0]?.slice(0, 420)}`).slice(0, 40)
}

async function powerless(ground: Ground, controls: readonly { what: string; probe: Parameters<Ground['send']>[0] }[]): Promise<string[]> {
  const failed: string[] = []
  const { inParallel } = await import('@/tests/probes/http')
  await inParallel(controls, 6, async ({ what, probe }) => {
    const { status } = await ground.send(probe)
    if (status >= 400) failed.push(`${what} answers ${status}`)
  })
  return failed
}

async function measure(ground: Ground, { seed, log, small, only }: FigureOptions) {
  const { judge } = await import('@/tests/probes/judge')
  const { routeProbes } = await import('@/tests/probes/route-probes')
  const { actionProbes } = await import('@/tests/probes/action-probes')
  const { fromElsewhere, withFlags } = await import('@/tests/probes/action-checks')
  const { effects, stopWatching, watchEffects } = await import('@/tests/probes/effects')
  await watchEffects(ground.db)
  const about = (all: readonly Pair[]) => (only.length > 0 ? all.filter(({ what }) => only.some((text) => what.includes(text))) : all)
  const { pairs: routes, controls } = routeProbes(ground)
  const [pairs, acts] = [about(routes), about(await actionProbes(ground))]
  log(`${pairs.length} pairs of addresses, ${acts.length} of forms, ${controls.length} addresses that must answer`)
  const weak = await powerless(ground, small ? controls.filter((_, at) => at % 4 === seed % 4) : controls)
  await effects(ground.db)
  const all = pairs.length + acts.length
  const wanted = small ? SMALL : WANTED
  const verdicts: Verdict[] = []
  for (const part of [pairs, acts]) verdicts.push(await judge(ground, drawn(part, Math.ceil((wanted * part.length) / all), seed), log))
  const written = await effects(ground.db)
  const elsewhere = await fromElsewhere(ground, small)
  const flagged = await withFlags(ground)
  await stopWatching(ground.db)
  return { weak, verdicts, written, elsewhere, flagged }
}

/** On a ground that is there. */
export async function onGround(ground: Ground, options: FigureOptions): Promise<FigureResult> {
  const { weak, verdicts, written, elsewhere, flagged } = await measure(ground, options)
  const probes = verdicts.reduce((sum, one) => sum + one.probes, 0) + elsewhere.sent + flagged.sent
  const leaks = verdicts.flatMap((one) => one.leaks)
  const differing = verdicts.flatMap((one) => one.differing)
  const faults = verdicts.flatMap((one) => one.faults)
  const effects = [...new Set(written.map(({ table, operation, row }) => `${operation} ${table} ${row}`)), ...elsewhere.wrong, ...flagged.wrong]
  const statuses = [...verdicts.reduce((sum, one) => new Map([...sum, ...[...one.statuses].map(([status, n]) => [status, (sum.get(status) ?? 0) + n] as const)]), new Map<number, number>())].map(([status, n]) => `${status} × ${n}`)
  const powerless = [...weak, ...summary(verdicts.flatMap((one) => one.unread)), ...flagged.unread.map((one) => `form turned away: ${one}`)]
  return {
    value: `${probes} probes, ${leaks.length} leaks, ${differing.length} differ, ${effects.length} effects`,
    ok: (options.small || options.only.length > 0 || probes >= 20_000) && leaks.length + differing.length + effects.length + faults.length + powerless.length === 0,
    details: [`answers: ${statuses.join(', ')}`, `actions that did their work when asked rightly: ${flagged.done.length}; refused: ${flagged.refused.join('; ')}`, ...powerless.map((one) => `proves nothing: ${one}`), ...summary(faults), ...summary(leaks), ...summary(differing), ...effects.slice(0, 40)],
  }
}

const figure: Figure = {
  bound: '≥ 20,000 probes: 0 leaks, 0 that differ from what does not exist, 0 effects',
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
