import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { memoryPages, validateXML } from 'xmllint-wasm'
import { buildMemo, MemoRefused } from './build'
import { SAMPLE_TALK, sampleMemo } from './sample'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = [process.env.MEMO_XSD_DIR, path.join(root, '../shared/memo-xsd')].find((at) => at && existsSync(path.join(at, 'Version1.2/MeMo_core.xsd')))

describe('a MeMo message', () => {
  it('is the same bytes for the same message, with the memo: prefix throughout', () => {
    const xml = buildMemo(sampleMemo({ talk: SAMPLE_TALK }))
    expect(buildMemo(sampleMemo({ talk: SAMPLE_TALK }))).toBe(xml)
    expect([...xml.matchAll(/<\/?([a-z]+):?/gi)].every(([, prefix]) => prefix === 'memo' || prefix === 'xml')).toBe(true)
    expect(xml).not.toContain('xmlns=')
  })

  it('escapes text, and drops characters XML cannot hold', () => {
    const xml = buildMemo(sampleMemo({ talk: { ...SAMPLE_TALK, location: 'Bygning <B> & "C"\u0007' } }))
    expect(xml).toContain('Bygning &lt;B&gt; &amp; "C"<')
  })

  it('writes a talk on the night the clocks change in UTC', () => {
    const talk = { ...SAMPLE_TALK, startsAt: new Date('2026-10-25T00:30:00Z'), endsAt: new Date('2026-10-25T01:30:00Z') }
    expect(buildMemo(sampleMemo({ talk }))).toContain('<memo:startDateTime>2026-10-25T00:30:00Z</memo:startDateTime>')
  })

  it('is never service of process, and asks for the answer on the reply page only', () => {
    const xml = buildMemo(sampleMemo())
    expect(xml).toContain('<memo:legalNotification>false</memo:legalNotification>')
    expect(xml).toContain('<memo:actionCode>SELVBETJENING</memo:actionCode>')
  })

  it('refuses a message that breaks a convention, without quoting it', () => {
    const bad = () => buildMemo(sampleMemo({ messageUuid: '019f0000-0000-7000-8000-000000000000', recipient: { cpr: '610180-9990' } }))
    expect(bad).toThrow(MemoRefused)
    expect(bad).toThrow('uuid-not-v4 (messageUuid), cpr-malformed (recipient.cpr)')
    expect(bad).not.toThrow('610180')
  })
})

// The licence of the schemas is not stated, so they are not part of this repository.
const reason = folder ? 'against the schema' : 'against the schema (skipped: no MeMo schemas at MEMO_XSD_DIR or ../shared/memo-xsd)'

describe.skipIf(!folder)(reason, () => {
  it.each([
    ['with reply link and talk', sampleMemo({ talk: SAMPLE_TALK })],
    ['with reply link', sampleMemo()],
    ['with neither', sampleMemo({ reply: null })],
    ['without notification', sampleMemo({ notification: undefined })],
  ])('a message %s is valid', async (_, message) => {
    expect(await errorsOf(buildMemo(message))).toEqual([])
  })

  it('a wrong order is not', async () => {
    const xml = buildMemo(sampleMemo())
    const swapped = xml.replace(/(<memo:messageType>.*?<\/memo:messageType>)(<memo:messageUUID>.*?<\/memo:messageUUID>)/, '$2$1')
    expect(swapped).not.toBe(xml)
    expect((await errorsOf(swapped)).join()).toContain('messageUUID')
  })

  it('a version 7 UUID is not', async () => {
    const xml = buildMemo(sampleMemo()).replace(sampleMemo().messageUuid, '019f0000-0000-7000-8000-000000000000')
    expect((await errorsOf(xml)).join()).toContain('accepted by the pattern')
  })

  it('a moment without Z is not', async () => {
    const xml = buildMemo(sampleMemo()).replace('2026-09-01T21:30:00Z', '2026-09-01T23:30:00+02:00')
    expect((await errorsOf(xml)).join()).toContain("not accepted by the pattern '.+Z'")
  })
})

async function errorsOf(xml: string): Promise<string[]> {
  const read = (at: string) => readFileSync(path.join(folder!, at), 'utf8')
  const imported = readdirSync(folder!).filter((name) => /^MeMo_(?!core).*\.xsd$/.test(name))
  const result = await validateXML({
    xml: { fileName: 'message.xml', contents: xml },
    schema: { fileName: 'MeMo_core.xsd', contents: read('Version1.2/MeMo_core.xsd').replaceAll('schemaLocation="../', 'schemaLocation="') },
    preload: imported.map((fileName) => ({ fileName, contents: read(fileName) })),
    maxMemoryPages: memoryPages.GiB,
  })
  return result.errors.map((error) => error.message)
}
