// format of a step: [name, command, args]. Stops at the first that fails; tests are counted from the runners' own reports.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from './browser.mjs'

const reports = '.indgang/reports'
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const wanted = process.argv.slice(2)
const vitest = (project) => ['vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/${project}.json`]]
/** Steps of one group run side by side: neither of the first two can use both cores. */
const groups = [
  [['generate', 'node', ['scripts/generate.mjs']]],
  [
    ['lint', 'eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.indgang/eslintcache']],
    ['types', 'tsc', ['--noEmit']],
  ],
  [['rules', ...vitest('rules')]],
  [['database', ...vitest('database')]],
  [['build', 'tsx', ['--conditions=react-server', 'scripts/tests/build.ts']]],
  [['browser', 'playwright', ['test']]],
].map((group) => group.filter(([name]) => wanted.length === 0 || wanted.includes(name)))

const counts = { passed: 0, failed: 0, skipped: 0 }

function addReport(name) {
  const file = `${reports}/${name}.json`
  if (!existsSync(file)) return
  const report = JSON.parse(readFileSync(file, 'utf8'))
  counts.passed += report.numPassedTests ?? report.stats?.expected ?? 0
  counts.failed += report.numFailedTests ?? (report.stats ? report.stats.unexpected + report.stats.flaky : 0)
  counts.skipped += report.numPendingTests ?? report.stats?.skipped ?? 0
}

/** Ends with whether the step held. Lint and types say nothing until they find something, so that two at a time can share the screen. */
function run([name, command, args]) {
  const began = Date.now()
  console.log(`\n── ${name} ──`)
  const extra = name === 'browser' ? { CHROMIUM_PATH: findBrowser() } : {}
  return new Promise((resolve) => {
    spawn(`node_modules/.bin/${command}`, args, { stdio: 'inherit', env: { ...process.env, ...extra } }).on('error', () => resolve(false)).on('close', (code) => {
      addReport(name)
      console.log(`── ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(0)} s`)
      resolve(code === 0)
    })
  })
}

let failed = false
for (const group of groups) {
  failed = (await Promise.all(group.map(run))).includes(false)
  if (failed) break
}
if (failed && counts.failed === 0) counts.failed = 1
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(failed || counts.failed > 0 ? 1 : 0)
