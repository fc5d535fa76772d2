/**
 * CPR numbers and replacement numbers inside other text. Wider than it need be: a scrubbed order number costs nothing, a CPR number in
 * a log is a breach. The look-behind lets an address-encoded space (%20) stand before the number, the gap an encoded hyphen inside it.
 */
const DAY = '(?:[06][1-9]|[1278]\\d|[39][01])'
const GAP = '(?:[\\s\\u00a0\\u2010-\\u2015\\u2212-]{0,3}|%20|%2D|\\+)'
export const cprShape = new RegExp(`(?:(?<=%[0-9a-f]{2})|(?<!\\d))${DAY}(?:0[1-9]|1[0-2])\\d{2}${GAP}\\d{4}(?!\\d)`, 'gi')

/** The same text with every number of CPR shape replaced by '[cpr]'; the last net before a log line is written. */
export function scrubCpr(text: string): string {
  return text.replace(cprShape, '[cpr]')
}

/**
 * The net under everything this process prints, whoever prints it: the framework writes an uncaught error with its message and stack, and
 * the database puts the rejected row there.
 */
export function scrubOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (text: unknown, ...rest: unknown[]) => boolean
    stream.write = ((text: unknown, ...rest: unknown[]) => write(typeof text === 'string' ? scrubCpr(text) : text, ...rest)) as typeof stream.write
  }
}
