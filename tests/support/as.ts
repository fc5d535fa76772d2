import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash, randomBytes } from 'node:crypto'
import type { RoleName } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import type { FormState } from '@/lib/platform/form-state'
import { owner } from './db'

const current = new AsyncLocalStorage<Actor | null>()

export function actingAs(): Actor | null {
  return current.getStore() ?? null
}

/** Runs as this actor, as a request with their cookie would. */
export function as<T>(actor: Actor | null, run: () => Promise<T>): Promise<T> {
  return current.run(actor, run)
}

type Wanted = { roles?: RoleName[]; personId?: string; clearances?: Actor['clearances']; name?: string; unitId?: string }

/** A real user with a live session in the database. */
export async function staff(role: RoleName, wanted: Wanted = {}): Promise<Actor> {
  const token = randomBytes(32).toString('base64url')
  const roles = wanted.roles ?? [role]
  const day = new Date('2020-01-01')
  const later = new Date(Date.now() + 3_600_000)
  const user = await owner().user.create({
    data: {
      email: `${randomBytes(6).toString('hex')}@test.invalid`, name: wanted.name ?? `Test ${role}`, personId: wanted.personId, unitId: wanted.unitId,
      grants: { create: roles.map((r) => ({ role: r, fromDay: day })) },
      clearances: { create: (wanted.clearances ?? []).map((kind) => ({ kind, fromDay: day })) },
      sessions: { create: { tokenHash: new Uint8Array(createHash('sha256').update(token).digest()), device: 'test', expiresAt: later, idleExpiresAt: later } },
    },
    include: { sessions: true },
  })
  return { userId: user.id, sessionId: user.sessions[0]?.id ?? '', token, name: user.name, email: user.email, title: null, locale: 'da', unitId: user.unitId, roles, clearances: wanted.clearances ?? [] }
}

type Action = (previous: FormState, formData: FormData) => Promise<FormState>

/** Sends a form to an action and tells where it led: a redirect, or the state the form gets back. */
export async function submit(action: Action, values: Record<string, string | string[] | File>): Promise<{ state: FormState; redirectedTo: string | null }> {
  const formData = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of Array.isArray(value) ? value : [value]) formData.append(name, one)
  try {
    return { state: await action(null, formData), redirectedTo: null }
  } catch (error) {
    // redirect() works by throwing: 'NEXT_REDIRECT;push;/where;303;'
    const digest = (error as { digest?: string }).digest
    if (digest?.startsWith('NEXT_REDIRECT')) return { state: null, redirectedTo: digest.split(';')[2] ?? '' }
    throw error
  }
}
