// A request without cookies or headers, for actions called outside the server.
const jar = new Map<string, string>()

export async function headers() {
  return new Headers()
}

export async function cookies() {
  return {
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: (name: string) => void jar.delete(name),
  }
}
