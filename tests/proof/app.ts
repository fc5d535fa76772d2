import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import type pg from 'pg'
import { randomBytes, createHash } from 'node:crypto'
import { permissions } from '@/lib/access/matrix'
import { can, type Actor } from '@/lib/access/permissions'
import { actions } from '@/tests/access/actions'
import { type Subject, subjects, targets } from '@/tests/probes/people'
import type { World } from '@/tests/probes/world'
import { endsSession, type LayerCell, refusedText } from './cells'
import { everyPermission, may, reaches } from './oracle'
import { type Surface, surfaces } from './surfaces'

/** A live session of the subject, opened as a request opens it. Nobody has none. */
async function actorOf(db: pg.Client, world: World, { key, email }: Subject): Promise<Actor | null> {
  if (!email) return null
  const { openSession } = await import('@/lib/access/session')
  const token = randomBytes(24).toString('base64url')
  await db.query("INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at, proved_at) SELECT id, $2, 'x', now() + interval '1 hour', now() + interval '1 hour', now() FROM app_user WHERE email = $1", [email, createHash('sha256').update(token).digest()])
  const actor = await openSession(token)
  if (!actor) throw new Error(`No session for ${key}`)
  return actor
}

type Action = (state: null, form: FormData) => Promise<{ message?: string; signedOut?: boolean; ok?: boolean } | null>

async function empty(action: Action, actor: Actor | null): Promise<boolean> {
  const { as } = await import('@/tests/support/as')
  try {
    const state = await as(actor, () => action(null, new FormData()))
    return !(state?.signedOut || state?.message === refusedText)
  } catch (error) {
    if (String((error as { digest?: string }).digest).startsWith('NEXT_REDIRECT')) return true
    throw error
  }
}

/** `can()`, every action with an empty form, and every surface on everybody, called directly. `wanted`: which of the last two are asked. */
export async function askApp(db: pg.Client, world: World, wanted: () => boolean = () => true): Promise<LayerCell[]> {
  const cells: LayerCell[] = []
  const names = [...new Set([...everyPermission, ...permissions])]
  for (const subject of subjects) for (const permission of names) cells.push({ layer: 'app', asker: subject.key, what: `can ${permission}`, row: '', declared: may(subject.key, permission), found: can({ roles: [...subject.roles] }, permission as never) })
  for (const subject of subjects) {
    const actor = await actorOf(db, world, subject)
    if (actor) for (const surface of surfaces) for (const who of targets.filter(wanted)) cells.push(await onSurface(surface, actor, world, subject, who.key))
  }
  for (const last of [false, true]) for (const [name, policy] of Object.entries(actions)) {
    if (typeof policy !== 'string' || endsSession.test(name) !== last) continue
    const [file = '', exported = ''] = name.split(' ')
    const loaded = (await import(pathToFileURL(resolve(file)).href)) as Record<string, Action>
    const action = loaded[exported]
    if (!action) throw new Error(`${name} is declared and not there`)
    for (const subject of subjects.filter(wanted)) cells.push({ layer: 'app', asker: subject.key, what: `action ${name}`, row: '', declared: may(subject.key, policy), found: await empty(action, await actorOf(db, world, subject)) })
  }
  return cells
}

async function onSurface(surface: Surface, actor: Actor, world: World, subject: Subject, key: string): Promise<LayerCell> {
  let found: boolean
  try {
    found = await surface.app(actor, world, key)
  } catch (error) {
    if ((error as Error).name !== 'NotAllowed') throw error
    found = false
  }
  return { layer: 'app', asker: subject.key, what: `${surface.permission} (${surface.name})`, row: key, declared: may(subject.key, surface.permission) && reaches(subject.key, key) && (surface.holds?.(key) ?? true) && (surface.needs?.(subject.key, key) ?? true), found }
}
