import { createHash, randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import Page from '@/app/(public)/svar/[code]/page'
import Never from '@/app/(public)/svar/[code]/aldrig/page'
import Other from '@/app/(public)/svar/[code]/andet/page'
import Receipt from '@/app/(public)/svar/[code]/kvittering/page'
import { GET as calendarFile } from '@/app/(public)/svar/[code]/aftale.ics/route'
import { EVERYBODY, wideFor } from '@/lib/access/rate-limit'
import { sendReply, stopLetters } from '@/lib/outreach/replies/actions'
import { sendLimit } from '@/lib/outreach/replies/code'
import { openReplyPage } from '@/lib/outreach/replies/reply-page'
import { staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { freeSlot, replyCode } from '../../support/reply-code'

type CodePage = (props: { params: Promise<{ code: string }> }) => Promise<unknown>

/** What Next is told to do: where a redirect goes, or the digest of another answer. */
async function answerOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run()
    return 'page'
  } catch (error) {
    return (error as { digest?: string }).digest ?? String(error)
  }
}
const open = (page: CodePage, code: string) => answerOf(() => page({ params: Promise.resolve({ code }) }))
/** As if somebody had tried so often already. The limiter keeps a hash of the visitor only. */
const fill = (name: string, visitor: string, points: number) => owner().$executeRaw`INSERT INTO access.rate_limit (key, points, expire) VALUES (${`${name}:${createHash('sha256').update(visitor).digest('hex')}`}, ${points}::int, ${Date.now() + 900_000}::bigint) ON CONFLICT (key) DO UPDATE SET points = excluded.points, expire = excluded.expire`

describe('every code that does not hold', () => {
  it('gets one and the same answer on every page', async () => {
    const person = await veteran()
    const dead = await veteran({ diedOn: day('2026-01-01') })
    const wrong = ['AAAAAAAAAAAAAAAA', 'kort', '%00', await replyCode(person.id, { expiresAt: new Date(Date.now() - 1) }), await replyCode(person.id, { revokedAt: new Date() }), await replyCode(dead.id)]
    for (const page of [Page, Receipt, Never, Other] as CodePage[]) {
      const answers = new Set(await Promise.all(wrong.map((code) => open(page, code))))
      expect([...answers]).toEqual([expect.stringMatching(/^NEXT_REDIRECT;\w+;\/svar\/lukket;307;/)])
      expect(await open(page, await replyCode(person.id))).toBe('page')
    }
  })

  it('has no calendar file, as one without a talk has none', async () => {
    const without = await replyCode((await veteran()).id)
    const answers = await Promise.all(['AAAAAAAAAAAAAAAA', without].map((code) => answerOf(() => calendarFile(new Request('https://x.example'), { params: Promise.resolve({ code }) }))))
    expect(answers).toEqual(['NEXT_HTTP_ERROR_FALLBACK;404', 'NEXT_HTTP_ERROR_FALLBACK;404'])
  })
})

describe('too many tries', () => {
  afterEach(() => owner().$executeRaw`DELETE FROM access.rate_limit`)

  it('open nothing, not even a right code, until time has passed', async () => {
    const code = await replyCode((await veteran()).id)
    expect(await openReplyPage(code)).not.toBeNull()
    await fill('reply-open-all', 'all', 20_000)
    expect(await openReplyPage(code)).toBeNull()
  })

  it('send nothing and keep what was typed', async () => {
    const who = await veteran()
    const code = await replyCode(who.id)
    const limit = sendLimit('sendReply')
    await fill(limit.name, EVERYBODY, wideFor(limit, EVERYBODY).points)
    const { state } = await submit(sendReply, { code, submission: randomUUID(), kind: 'CALL', message: 'ring' })
    expect(state).toMatchObject({ message: expect.stringContaining('for mange gange'), values: { message: 'ring' } })
    expect(await owner().reply.count({ where: { personId: who.id } })).toBe(0)
    // Of one form only: whoever wants no more letters can still say so.
    expect((await submit(stopLetters, { code, submission: randomUUID() })).redirectedTo).toBe(`/svar/${code}/kvittering`)
  })
})

it('the calendar file says when and where, and nothing about whom', async () => {
  const coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen Koordinator' })
  const code = await replyCode((await veteran({ firstName: 'Hemmelig' })).id)
  await submit(sendReply, { code, submission: randomUUID(), kind: 'TALK', slotId: await freeSlot(coordinator.userId) })
  const response = await calendarFile(new Request('https://x.example'), { params: Promise.resolve({ code }) })
  const text = await response.text()
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(text).toMatch(/DTSTART:\d{8}T\d{6}Z/)
  expect(text).toContain('lokale 2')
  expect(text).not.toMatch(new RegExp(`Hemmelig|Karen|eteran|${code}`))
})
