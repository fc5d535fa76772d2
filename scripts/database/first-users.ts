import { createHash, randomBytes } from 'node:crypto'
import type { PrismaClient } from '@/prisma/generated/client'

type Result = { made: { name: string; link: string }[] } | { problem: string }

/**
 * Administrators given by the operator, who owns the database and could anyway: made only until there are two, because from then on one
 * proposes and the other approves. Written into the audit log. `people`: 'Name <address>'.
 */
export async function makeFirstUsers(db: PrismaClient, people: readonly string[], publicUrl: string): Promise<Result> {
  const wanted = people.map((one) => /^\s*([^<>]{2,120}?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(one)).map((match) => match && { name: match[1] ?? '', email: match[2] ?? '' })
  if (wanted.length === 0 || wanted.some((one) => one === null)) return { problem: 'Write each person as "Name <address>".' }
  const persons = wanted.filter((one) => one !== null)
  if (new Set(persons.map((one) => one.email.toLowerCase())).size !== persons.length) return { problem: 'Two people, two addresses.' }
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE role_grant IN SHARE ROW EXCLUSIVE MODE`
    const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(DISTINCT u.id)::int AS n FROM app_user u JOIN role_grant g ON g.user_id = u.id AND g.role = 'ADMINISTRATOR'
      WHERE u.active AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)`
    const there = row?.n ?? 0
    if (there + persons.length > 2) return { problem: `There ${there === 1 ? 'is 1 administrator' : `are ${there} administrators`}; with this command there can be two. Any other is proposed by one and approved by another, on the page of the user.` }
    const made: { name: string; link: string }[] = []
    for (const { name, email } of persons) {
      if (await tx.user.findFirst({ where: { email: { equals: email, mode: 'insensitive' }, issuer: null } })) return { problem: `There is a user with the address of ${name} already.` }
      const token = randomBytes(32).toString('base64url')
      const hash = new Uint8Array(createHash('sha256').update(token).digest())
      const expiresAt = new Date(Date.now() + 72 * 3_600_000)
      const [today] = await tx.$queryRaw<{ day: Date }[]>`SELECT current_date AS day`
      const user = await tx.user.create({ data: { name, email, grants: { create: { role: 'ADMINISTRATOR', fromDay: today?.day ?? new Date() } }, invitations: { create: { tokenHash: hash, expiresAt } } } })
      await tx.$queryRaw`SELECT access.audit('MACHINE', 'user.first', NULL, NULL, NULL, '{}', jsonb_build_object('user', ${user.id}::text))`
      made.push({ name, link: `${publicUrl.replace(/\/$/, '')}/velkommen/${token}` })
    }
    return { made }
  })
}
