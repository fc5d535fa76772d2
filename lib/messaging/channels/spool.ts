import { randomUUID } from 'node:crypto'
import { access, link, mkdir, open, unlink } from 'node:fs/promises'
import path from 'node:path'
import type { Channel, Channels, Delivery, DeliveryResult } from './channel'

const EXTENSIONS: Record<Delivery['kind'], string> = { memo: 'xml', print: 'pdf', manifest: 'csv' }
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A folder another system empties by moving files to its sub-folder `taken`. A file appears whole or not at all, and is on disk before it
 * is answered for. Its name is the key: a name that is there, or was taken, is a repeat and is not written again.
 */
export function spoolChannel(folder: string): Channel {
  let ready: Promise<unknown> | null = null
  return {
    name: 'spool',
    refusesRepeats: true,
    deliver: async ({ key, kind, bytes }) => {
      if (!KEY.test(key)) return { state: 'refused', code: 'key-malformed' }
      await (ready ??= mkdir(path.join(folder, 'taken'), { recursive: true, mode: 0o700 }))
      return write(folder, `${key}.${EXTENSIONS[kind]}`, bytes)
    },
  }
}

async function write(folder: string, name: string, bytes: Uint8Array): Promise<DeliveryResult> {
  if (await exists(path.join(folder, 'taken', name))) return { state: 'duplicate' }
  const temporary = path.join(folder, `.${name}.${randomUUID()}`)
  try {
    await writeThrough(temporary, bytes)
    // Unlike rename, link refuses a name that is taken: of two workers at the same moment one is told so.
    await link(temporary, path.join(folder, name))
    await syncFolder(folder)
    return { state: 'accepted', receipt: name }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return { state: 'duplicate' }
    throw error
  } finally {
    await unlink(temporary).catch(() => {})
  }
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The name is as much part of the promise as the bytes: without this a power cut could take it back. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(() => true, () => false)
}

export function spoolChannels(folder: string): Channels {
  return { digital: spoolChannel(path.join(folder, 'digital-post')), print: spoolChannel(path.join(folder, 'print')) }
}
