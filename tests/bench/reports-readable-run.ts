import { generatedReport, problemsOf } from '@/tests/support/progress-reports'

/** A process of its own: the texts are those of the pages, which are read without the conditions the figures run under. */
const [from = 0, count = 0] = process.argv.slice(2).map(Number)
const found: { seed: number; entries: number; problems: string[] }[] = []
for (let seed = from; seed < from + count; seed++) {
  const made = generatedReport(seed)
  found.push({ seed, entries: made.wanted.length, problems: await problemsOf(made) })
}
process.stdout.write(JSON.stringify(found))
