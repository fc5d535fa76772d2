import { mkdtemp, readdir, readFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { spoolChannel } from './spool'

const key = '3d1f6a52-8c0e-4f7b-9d21-5b7e0c9a4f11'
const bytes = (text: string) => new TextEncoder().encode(text)
const memo = (text = 'first', wanted = key) => ({ key: wanted, kind: 'memo' as const, bytes: bytes(text) })
const folder = () => mkdtemp(path.join(tmpdir(), 'spool-'))
const files = async (at: string) => (await readdir(at)).filter((name) => name !== 'taken')

describe('the spool folder', () => {
  it('lays a delivery out under its key, whole, and leaves nothing else behind', async () => {
    const at = await folder()
    expect(await spoolChannel(at).deliver(memo())).toEqual({ state: 'accepted', receipt: `${key}.xml` })
    expect(await files(at)).toEqual([`${key}.xml`])
    expect(await readFile(path.join(at, `${key}.xml`), 'utf8')).toBe('first')
  })

  it('knows a repeat and keeps the first', async () => {
    const at = await folder()
    await spoolChannel(at).deliver(memo())
    expect(await spoolChannel(at).deliver(memo('second'))).toEqual({ state: 'duplicate' })
    expect(await readFile(path.join(at, `${key}.xml`), 'utf8')).toBe('first')
  })

  it('knows a repeat of what has been taken', async () => {
    const at = await folder()
    await spoolChannel(at).deliver(memo())
    await rename(path.join(at, `${key}.xml`), path.join(at, 'taken', `${key}.xml`))
    expect(await spoolChannel(at).deliver(memo())).toEqual({ state: 'duplicate' })
    expect(await files(at)).toEqual([])
  })

  it('tells two workers with the same key apart at the same moment', async () => {
    const at = await folder()
    const results = await Promise.all(Array.from({ length: 8 }, (_, index) => spoolChannel(at).deliver(memo(`${index}`))))
    expect(results.filter(({ state }) => state === 'accepted')).toHaveLength(1)
    expect(results.filter(({ state }) => state === 'duplicate')).toHaveLength(7)
  })

  it('refuses a key that could leave the folder', async () => {
    expect(await spoolChannel(await folder()).deliver(memo('x', '../../etc/passwd'))).toEqual({ state: 'refused', code: 'key-malformed' })
  })
})
