import 'server-only'
import { sha256Hex } from '@/lib/platform/crypto/tokens'

/** Tells whether a draft is still the one the form was drawn from. */
export function fingerprint(title: string, blocks: unknown): string {
  return sha256Hex(new TextEncoder().encode(JSON.stringify([title, canonical(blocks)]))).slice(0, 32)
}

/** The database keeps the keys of an object in an order of its own. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]))
}
