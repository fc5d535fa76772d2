import { DEFAULT_TEMPLATES } from '@/lib/messaging/letters/default-templates'
import type { Channel, Channels, Delivery } from '@/lib/messaging/channels/channel'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'

/** What every letter needs around it: a municipality, the default texts as approved versions, an offer. Returns the template ids. */
export async function letterGround(db: PrismaClient): Promise<{ yearly: string; first: string; flagDay: string }> {
  if ((await db.municipality.count()) === 0)
    await db.municipality.create({ data: { name: 'Test Kommune', cvr: '99000007', senderLabel: 'Test Kommune', addressLines: ['Rådhuset 1', '8900 Randers C'], phone: '89 00 00 00', email: 'post@test.invalid', website: 'test.invalid' } })
  for (const code of ['yearly-letter', 'first-letter', 'flag-day']) {
    if (await db.letterTemplate.findUnique({ where: { code } })) continue
    const template = await db.letterTemplate.create({ data: { code, nameDa: code, nameEn: code } })
    for (const { id, version, language, title, blocks, fields } of DEFAULT_TEMPLATES)
      if (id === code)
        await db.letterTemplateVersion.create({ data: { templateId: template.id, version, language, title, blocks: blocks as unknown as Prisma.InputJsonValue, declaredFields: fields, status: 'APPROVED' } })
  }
  if ((await db.offer.count()) === 0)
    await db.offer.create({ data: { code: 'cafe', titleDa: 'Veterancaféen', titleEn: 'Veterans’ café', summaryDa: 'Kaffe hver torsdag.', summaryEn: 'Coffee every Thursday.', audience: [], needs: [], publishedFrom: new Date('2020-01-01') } })
  const id = async (code: string) => (await db.letterTemplate.findUniqueOrThrow({ where: { code } })).id
  return { yearly: await id('yearly-letter'), first: await id('first-letter'), flagDay: await id('flag-day') }
}

/** Reachable by Digital Post: a replacement number (day + 60), unlike everybody else's. */
export async function giveCpr(db: PrismaClient, personId: string, serial: number): Promise<void> {
  const digits = `6101${String(70 + (serial % 20)).padStart(2, '0')}${String(1000 + serial).slice(-4)}`
  await db.personCpr.create({ data: { personId, kind: 'REPLACEMENT', cipher: seal(digits), keyedHash: blindIndex(digits), birthPart: digits.slice(0, 6) } })
}

export type Posted = Delivery & { at: number }

/** A channel that remembers everything it was handed. `answer` may throw, as a line that goes dead after the letter has arrived. */
export function memoryChannel(refusesRepeats: boolean, answer: (delivery: Delivery, nth: number) => void = () => {}): Channel & { posted: Posted[]; distinct: () => Set<string> } {
  const posted: Posted[] = []
  return {
    name: 'memory',
    refusesRepeats,
    posted,
    distinct: () => new Set(posted.map((one) => one.key + one.kind)),
    deliver: async (delivery) => {
      const seen = posted.some((one) => one.key === delivery.key && one.kind === delivery.kind)
      if (!(refusesRepeats && seen)) posted.push({ ...delivery, at: Date.now() })
      answer(delivery, posted.length)
      return refusesRepeats && seen ? { state: 'duplicate' } : { state: 'accepted', receipt: `receipt-${delivery.key}` }
    },
  }
}

export function memoryChannels(refusesRepeats = true): { digital: ReturnType<typeof memoryChannel>; print: ReturnType<typeof memoryChannel> } & Channels {
  return { digital: memoryChannel(refusesRepeats), print: memoryChannel(true) }
}
