import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { currentActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { recentPeople } from '@/lib/people/recent/queries'
import { quickSearch } from '@/lib/people/search/queries'
import { paletteItem } from '@/components/people/search/palette-item'

const question = z.object({ query: z.string().trim().max(120).refine(({ length }) => length !== 1) })
const LIMIT = 8

/** For the command palette: words come in the body, never in the address; without words, whom one opened last. Nobody signed in, or no right to search: no page, as anywhere. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor || !can(actor, 'person.search')) return new Response(null, { status: 404 })
  const parsed = question.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return Response.json({ groups: [] })
  const t = await getTranslations('people')
  const { query } = parsed.data
  const items = query === '' ? (await recentPeople(actor)).map(({ id, name }) => ({ label: name, href: `/people/${id}` })) : (await quickSearch(actor, query, LIMIT)).map((person) => paletteItem(person, t, actor.locale))
  const groups = items.length > 0 ? [{ label: t(query === '' ? 'palette.recent' : 'palette.people'), items }] : []
  return Response.json({ groups }, { headers: { 'cache-control': 'no-store' } })
}
