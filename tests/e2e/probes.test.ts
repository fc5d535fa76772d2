import { execFile } from 'node:child_process'
import { expect, test } from '@playwright/test'

// A few hundred of the probes of docs/figures.md, on a server and a database of their own. The whole: npm run figure -- <name>
const figures = { wire: 'nothing is told that should not be', 'volunteer-fields': 'nothing is told that should not be', 'access-matrix': 'nothing is told that should not be', 'access-mutants': 'nothing is told that should not be', 'two-editors': 'nobody writes over what they have not seen' }
for (const [name, what] of Object.entries(figures))
  test(`${name}: ${what}`, async () => {
    // On two cores with everything else at work `wire` alone takes five minutes.
    test.setTimeout(600_000)
    const { said, last } = await new Promise<{ said: string; last: string }>((done) => execFile('node_modules/.bin/tsx', ['--conditions=react-server', 'scripts/figure.ts', name, '--small'], { maxBuffer: 2 ** 26 }, (_error, stdout, stderr) => done({ said: stdout + stderr, last: stdout.trim().split('\n').at(-1) ?? '' })))
    expect(last, said).toMatch(/ ok$/)
  })
