import { createLetterRenderer } from '@/lib/messaging/letters/render'
import type { LetterFrame, LetterRow } from '@/lib/outreach/letters/compose'
import { documentOf } from '@/lib/outreach/letters/document'
import { formatReplyCode, sha256Hex } from '@/lib/platform/crypto/tokens'
import { addMonths, type Day } from '@/lib/platform/day'
import { env } from '@/lib/platform/env'
import type { PrismaClient } from '../generated/client'
import type { DemoLetter, Life } from './history/life'
import { letterContent, textOf } from './letter-content'
import type { TemplateVersions } from './load-history'
import { randomFor } from './random'

export type Filed = { fileId: string; sha256: string }

/** Rows of a statement: small enough for the protocol, large enough to be quick. */
const BATCH = 60
/** Typesetting two years of letters would take longer than the rest of the demo together. */
const MONTHS = 3

/** The very letters of the last months, made by the product's own engine and filed on their people. Returns file and fingerprint by letter. */
export async function loadLetterFiles(db: PrismaClient, today: Day, lives: readonly Life[], versions: TemplateVersions, codes: ReadonlyMap<string, string>): Promise<Map<string, Filed>> {
  const draw = randomFor('letter files')
  const frame = { content: letterContent(), publicUrl: env().PUBLIC_URL }
  const renderer = createLetterRenderer()
  const filed = new Map<string, Filed>()
  const letters = lives.flatMap((life) => life.letters.filter((letter) => letter.sentOn > addMonths(today, -MONTHS)).map((letter) => ({ life, letter })))
  for (let at = 0; at < letters.length; at += BATCH) {
    const files = letters.slice(at, at + BATCH).map(({ life, letter }) => {
      const text = textOf(letter.template, life.who.language, versions[`${letter.template} ${life.who.language}`] ?? '')
      const bytes = documentOf(renderer, rowOf(life, letter, codes.get(letter.id) ?? ''), text, { ...frame, letterDate: letter.sentOn } satisfies LetterFrame)
      const file = { id: draw.uuid(), personId: life.who.id, kind: 'letter', mime: 'application/pdf', name: `${letter.id}.pdf`, sha256: sha256Hex(bytes), bytes: new Uint8Array(bytes) }
      filed.set(letter.id, { fileId: file.id, sha256: file.sha256 })
      return file
    })
    await db.storedFile.createMany({ data: files })
  }
  renderer.close()
  return filed
}

/** The letter as it was: to where they lived on the day it left. */
function rowOf(life: Life, letter: DemoLetter, code: string): LetterRow {
  const { who } = life
  const home = who.homes.find((one) => (one.fromDay === null || one.fromDay <= letter.sentOn) && (one.toDay === null || one.toDay > letter.sentOn))
  const address = letter.channel === 'PAPER' && home ? { ...home, careOf: home.careOf ?? null } : null
  return {
    letterId: letter.id, personId: who.id, firstName: who.firstName, lastName: who.lastName, language: who.language, largePrint: who.largePrint, protection: who.protection,
    channel: letter.channel, address, code: formatReplyCode(code), talk: null,
  }
}
