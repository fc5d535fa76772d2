import { contactProblems, generatedContacts } from '@/tests/support/contact-reports'
import { generatedReport, problemsOf } from '@/tests/support/progress-reports'

/** A process of its own: the texts are those of the pages, which are read without the conditions the figures run under. */
const [from = 0, count = 0] = process.argv.slice(2).map(Number)
const found: { seed: number; kind: 'progress' | 'contacts'; entries: number; problems: string[] }[] = []
for (let seed = from; seed < from + count; seed++) {
  if (seed % 2 === 0) {
    const made = generatedReport(seed)
    found.push({ seed, kind: 'progress', entries: made.wanted.length, problems: await problemsOf(made) })
  } else {
    const made = generatedContacts(seed)
    found.push({ seed, kind: 'contacts', entries: made.wanted.length, problems: await contactProblems(made) })
  }
}
process.stdout.write(JSON.stringify(found))
