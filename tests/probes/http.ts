import { Agent, request } from 'node:http'

export type Answer = { status: number; headers: Record<string, string>; body: Buffer }
export type Probe = { method?: string; path: string; headers?: Record<string, string>; body?: Buffer | string }
export type Sender = (probe: Probe) => Promise<Answer>

const LIMIT_MS = 60_000

/**
 * Asks the server exactly what is written: no header is added but Host and Connection, nothing is followed, nothing decoded. The
 * connections are kept and shared, so that what one visitor left on a connection would show itself at the next.
 */
export function sender(port: number, connections = 6): { send: Sender; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'lifo' })
  const once = ({ method = 'GET', path, headers = {}, body }: Probe, own = false) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, agent: own ? false : agent, method, path, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) }, timeout: LIMIT_MS }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: flat(answer.rawHeaders), body: Buffer.concat(chunks) }))
      })
      asked.on('timeout', () => asked.destroy(new Error(`${method} ${path} was not answered`)))
      asked.on('error', reject)
      asked.end(body)
    })
  // A kept connection may be closed by the server at the very moment it is used again: asked once more, on one of its own.
  const send: Sender = (probe) => once(probe).catch((error: { code?: string }) => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? once(probe, true) : Promise.reject(error)))
  return { send, close: () => agent.destroy() }
}

function flat(raw: string[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase()
    found[name] = found[name] === undefined ? (raw[at + 1] ?? '') : `${found[name]}\n${raw[at + 1]}`
  }
  return found
}

/** Works through the list, so many at a time. The first failure stops it. */
export async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  let failed = false
  const one = async () => {
    while (next < items.length && !failed) {
      try {
        await work(items[next++] as T)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, one))
}

/** A form as a browser sends it: `multipart/form-data`, in the order given. A Buffer is a file. */
export function multipart(fields: readonly (readonly [string, string | Buffer])[]): { body: Buffer; type: string } {
  const boundary = '----probe7MA4YWxkTrZu0gW'
  const parts = fields.flatMap(([name, value]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', '%22')}"${typeof value === 'string' ? '' : '; filename="fil.csv"\r\nContent-Type: text/csv'}\r\n\r\n`),
    Buffer.isBuffer(value) ? value : Buffer.from(value),
    Buffer.from('\r\n'),
  ])
  return { body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]), type: `multipart/form-data; boundary=${boundary}` }
}
