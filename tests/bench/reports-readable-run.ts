import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contactFiles, contactProblems, generatedContacts } from '@/tests/support/contact-reports'
import { generatedReport, problemsOf, progressFile } from '@/tests/support/progress-reports'

/** A process of its own: the texts are those of the pages, which are read without the conditions the figures run under. The files are left in the folder. */
const [from = 0, count = 0] = process.argv.slice(2, 4).map(Number)
const folder = process.argv[4] ?? ''
const found: { seed: number; kind: 'progress' | 'contacts'; entries: number; words: string[]; problems: string[] }[] = []
for (let seed = from; seed < from + count; seed++) {
  if (seed % 2 === 0) {
    const made = generatedReport(seed)
    const file = progressFile(made)
    writeFileSync(join(folder, `${seed}.pdf`), file)
    found.push({ seed, kind: 'progress', entries: made.wanted.length, words: [], problems: await problemsOf(made, file) })
  } else {
    const made = generatedContacts(seed)
    const files = await contactFiles(made)
    writeFileSync(join(folder, `${seed}.pdf`), files.pdf)
    writeFileSync(join(folder, `${seed}.docx`), files.docx)
    found.push({ seed, kind: 'contacts', entries: made.wanted.length, words: made.wanted.flatMap(({ words }) => words), problems: await contactProblems(made, files) })
  }
}
process.stdout.write(JSON.stringify(found))
