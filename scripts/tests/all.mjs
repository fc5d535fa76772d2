// format of a step: [name, command, args]. Stops at the first that fails; tests are counted from the runners' own reports.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from './browser.mjs'

const reports = '.indgang/reports'
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const wanted = process.argv.slice(2)
const vitest = (project) => ['vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/${project}.json`]]
/** A step stands alone, or in one of two lanes that run side by side: lint takes one core as long as the types and then the rules take the other. */
const groups = [
  [[['generate', 'node', ['scripts/generate.mjs']]]],
  [
    [['lint', 'eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.indgang/eslintcache']]],
    [['types', 'tsc', ['--noEmit']], ['rules', ...vitest('rules')]],
  ],
  [[['database', ...vitest('database')]]],
  [[['build', 'tsx', ['--conditions=react-server', 'scripts/tests/build.ts']]]],
  [[['browser', 'playwright', ['test']]]],
].map((lanes) => lanes.map((lane) => lane.filter(([name]) => wanted.length === 0 || wanted.includes(name))))

const counts = { passed: 0, failed: 0, skipped: 0 }

function addReport(name) {
  const file = `${reports}/${name}.json`
  if (!existsSync(file)) return
  const report = JSON.parse(readFileSync(file, 'utf8'))
  counts.passed += report.numPassedTests ?? report.stats?.expected ?? 0
  counts.failed += report.numFailedTests ?? (report.stats ? report.stats.unexpected + report.stats.flaky : 0)
  counts.skipped += report.numPendingTests ?? report.stats?.skipped ?? 0
}

/** Ends with whether the step held. Lint says nothing until it finds something, so that two at a time can share the screen. */
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

/** Whether all of a lane held; what comes after a step that did not is left. */
async function runLane(lane) {
  for (const step of lane) if (!(await run(step))) return false
  return true
}

let failed = false
for (const lanes of groups) {
  failed = (await Promise.all(lanes.map(runLane))).includes(false)
  if (failed) break
}
if (failed && counts.failed === 0) counts.failed = 1
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(failed || counts.failed > 0 ? 1 : 0)
