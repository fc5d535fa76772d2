import type { Answer } from './http'

const passing = new Set(['date', 'connection', 'keep-alive'])
/** What a form makes up for itself: the id under which it is done once, and the one under which it is kept while it is typed. */
const submission = /(name=\\?"(?:submission|draftId)\\?"[^>]{0,120}?value=\\?"|"name":"(?:submission|draftId)","value":"|\\"name\\":\\"(?:submission|draftId)\\",\\"value\\":\\")[0-9a-f-]{36}/g
/** The framework's own name for one request, in what it sends for a page shown without reloading. */
const flightKey = /"[\w-]{21}([a-z])(\\?")/g

/** Where a form stands in the page, as the framework counts it: of keys that hold what was sent. */
const actionKey = /(name=\\?"\$ACTION_KEY\\?" value=\\?")k[0-9a-f]+/g

/** A search just kept gets an id of its own. */
const search = /([?&]s=)[0-9a-f-]{36}/g

/**
 * An answer without what is new in every answer (date, nonce, the id of an empty form) and without what the visitor sent themselves
 * (`echoed`, which the framework puts back into the page). Everything else counts, to the byte.
 */
export function bare(answer: Answer, echoed: readonly string[]): string {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers['content-security-policy'] ?? '')?.[1]
  const clean = (text: string) => {
    let rest = nonce ? text.replaceAll(nonce, 'NONCE') : text
    for (const id of [...new Set(echoed)].filter(Boolean).sort((a, b) => b.length - a.length)) for (const form of new Set([id, encodeURIComponent(id), encodeURI(id), JSON.stringify(id).slice(1, -1)])) rest = rest.replaceAll(form, 'SENT')
    return rest.replace(submission, '$1ID').replace(flightKey, '"KEY$1$2').replace(actionKey, '$1KEY').replace(search, '$1NEW')
  }
  const headers = Object.entries(answer.headers).filter(([name]) => !passing.has(name)).sort(([a], [b]) => a.localeCompare(b)).map(([name, value]) => `${name}: ${clean(value)}`)
  return [String(answer.status), ...headers, '', clean(answer.body.toString('latin1'))].join('\n')
}

/** The same lines in another order: parts of a page arrive as they are ready, and what they say is what counts. */
export function sameParts(one: string, other: string): boolean {
  // Where one piece of the stream ends and the next begins is a matter of moments, and may be in the middle of a line.
  const parts = (text: string) => text.replaceAll('"])</script><script nonce="NONCE">self.__next_f.push([1,"', '').split(/\\n|\n|<script nonce="NONCE">|<\/script>|self\.__next_f\.push\(\[1,"|"\]\)/).sort().join('\n')
  return parts(one) === parts(other)
}

/** Where two answers part, short enough for a line; null when they do not. */
export function difference(one: string, other: string): string | null {
  if (one === other) return null
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 100))
  return `at byte ${at}: ${around(one)} / ${around(other)}`
}
