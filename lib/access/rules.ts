/** Where to go after signing in: only a path of our own, so that a link cannot lead a signed-in person elsewhere. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])[A-Za-z0-9/_?&=.%-]*$/.test(next) ? next : '/'
}

/** What a person recognises in the list of their own sessions: 'Chrome, Windows'. Never the whole user agent. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return '?'
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(name)) ?? '?'
  const system = ['iPhone', 'iPad', 'Android', 'Windows', 'Mac OS', 'Linux'].find((name) => userAgent.includes(name)) ?? '?'
  return `${browser === 'Edg' ? 'Edge' : browser}, ${system}`
}
