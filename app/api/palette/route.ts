import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { currentActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { quickSearch } from '@/lib/people/search/queries'
import { paletteItem } from '@/components/people/search/palette-item'

const question = z.object({ query: z.string().trim().min(2).max(120) })
const LIMIT = 8

/** For the command palette: words come in the body, never in the address. Nobody signed in, or no right to search: no page, as anywhere. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor || !can(actor, 'person.search')) return new Response(null, { status: 404 })
  const parsed = question.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return Response.json({ groups: [] })
  const t = await getTranslations('people')
  const people = await quickSearch(actor, parsed.data.query, LIMIT)
  const groups = people.length > 0 ? [{ label: t('palette.people'), items: people.map((person) => paletteItem(person, t, actor.locale)) }] : []
  return Response.json({ groups }, { headers: { 'cache-control': 'no-store' } })
}
