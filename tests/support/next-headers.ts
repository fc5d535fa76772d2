// A request without cookies or headers, for actions called outside the server.
const jar = new Map<string, string>()

let from: string | undefined
/** The next requests come from this address, as our own proxy would say it. */
export function visitFrom(address: string | undefined) {
  from = address
}

let asked: Record<string, string> = {}
/** The next requests ask for this page, as the proxy writes it down; nothing where it did not. */
export function askFor(address?: string, search = '') {
  asked = address === undefined ? {} : { 'x-address': address, 'x-search': search }
}

export async function headers() {
  return new Headers({ ...(from ? { 'x-forwarded-for': from } : {}), ...asked })
}

export async function cookies() {
  return {
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: (name: string) => void jar.delete(name),
  }
}
