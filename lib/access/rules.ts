/**
 * Where to go after signing in: only a path of our own, so that a link cannot lead a signed-in person elsewhere. No two slashes anywhere
 * and no dot segments: '/.//evil.example' becomes '//evil.example', another host, when a browser tidies it up.
 */
export function safeNext(next: string | undefined): string {
  if (typeof next !== 'string' || next.length > 500 || !/^\/[A-Za-z0-9/_?&=.%,~-]*$/.test(next)) return '/'
  const path = next.split('?')[0] ?? ''
  return /\/\/|\/\.|%(2e|2f|5c|0)/i.test(path) || path.startsWith('/api/') || (path.startsWith('/sign-in') && path !== '/sign-in/setup') ? '/' : next
}

/** What a person recognises in the list of their own sessions: 'Chrome, Windows'. Never the whole user agent. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return '?'
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(name)) ?? '?'
  const system = ['iPhone', 'iPad', 'Android', 'Windows', 'Mac OS', 'Linux'].find((name) => userAgent.includes(name)) ?? '?'
  return `${browser === 'Edg' ? 'Edge' : browser}, ${system}`
}

/** The visitor in X-Forwarded-For: its last entry, which our own proxy wrote. Of IPv6 the first half, because one household has all of the rest. */
export function visitorOf(forwarded: string | null): string {
  const address = forwarded?.split(',').at(-1)?.trim()
  if (!address) return 'direct'
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  if (tail !== undefined) while (groups.length < 8 - tail.split(':').filter(Boolean).length) groups.push('0')
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '').toLowerCase()).join(':')
}
