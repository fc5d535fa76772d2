import { randomFrom } from '@/tests/bench/letters-data'

const two = (n: number) => String(n).padStart(2, '0')
const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
const ways: readonly ((six: string, four: string) => string)[] = [
  (six, four) => `${six}-${four}`, (six, four) => `${six}${four}`, (six, four) => `${six} ${four}`, (six, four) => `${six}–${four}`, (six, four) => `${six} - ${four}`,
  (six, four) => `Borgeren har nummer ${six}-${four}, ring i morgen.`, (six, four) => `cpr:${six}${four};`, (six, four) => `(${six}-${four})`, (six, four) => `a${six}${four}b`,
]
const shape = /(?<!\d)(\d{6})(?:[\s\u00a0\u2010-\u2015-]|%20|%2D|\+|\\u2013|%E2%80%93|â\u0080\u0093|=E2=80=93){0,3}(\d{4})(?!\d)/gi

/** Numbers nobody has: day + 60 as replacement numbers are made, or a check sum that fails. Each is given out once, in one of several ways of writing. */
export class Numbers {
  private readonly known = new Set<string>()
  private readonly random: () => number
  /** Handed to the database's own log on purpose; elsewhere they count. */
  readonly quoted = new Set<string>()

  constructor(seed: number) {
    this.random = randomFrom(seed)
  }

  get given(): number {
    return this.known.size
  }

  private below(n: number): number {
    return Math.floor(this.random() * n)
  }

  digits(): string {
    for (;;) {
      const replacement = this.random() < 0.5
      const text = `${two(1 + this.below(28) + (replacement ? 60 : 0))}${two(1 + this.below(12))}${two(this.below(100))}${String(this.below(10_000)).padStart(4, '0')}`
      const sum = weights.reduce((all, weight, at) => all + weight * Number(text[at]), 0)
      if (this.known.has(text) || (!replacement && sum % 11 === 0)) continue
      this.known.add(text)
      return text
    }
  }

  written(): string {
    const text = this.digits()
    return ways[this.below(ways.length)]!(text.slice(0, 6), text.slice(6))
  }

  find(text: string): string[] {
    return [...new Set([...text.matchAll(shape)].map(([, six = '', four = '']) => six + four))].filter((digits) => this.known.has(digits))
  }
}
