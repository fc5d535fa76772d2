import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { takeFolder } from '@/scripts/demo/lock'

const file = () => join(mkdtempSync(join(tmpdir(), 'demo-')), 'demo.pid')

it('a folder with a running demo is taken, and free again when that demo is gone', async () => {
  const pidFile = file()
  const demo = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'scripts/demo/main.ts'])
  await new Promise((resolve) => demo.once('spawn', resolve))
  writeFileSync(pidFile, String(demo.pid))
  expect(() => takeFolder(pidFile)).toThrow(/already runs/)
  const gone = new Promise((resolve) => demo.once('exit', resolve))
  demo.kill('SIGKILL')
  await gone
  const giveFree = takeFolder(pidFile)
  expect(readFileSync(pidFile, 'utf8')).toBe(String(process.pid))
  giveFree()
  expect(existsSync(pidFile)).toBe(false)
})

it('a process number that another program has by now, and a file of nonsense, take no folder', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await new Promise((resolve) => other.once('spawn', resolve))
  for (const text of [String(other.pid), '', 'x', '-1', '0', '999999999']) {
    const pidFile = file()
    writeFileSync(pidFile, text)
    expect(() => takeFolder(pidFile), text).not.toThrow()
  }
  other.kill('SIGKILL')
})
