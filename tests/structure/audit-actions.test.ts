import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Every action the code or a database function writes to the log: whole names, and the beginning of those put together. */
function written(): string[] {
  const code = globSync('lib/**/*.ts', { exclude: (path) => path.includes('.test.') }).map((file) => readFileSync(file, 'utf8')).join('\n')
  const sql = globSync('prisma/migrations/*/migration.sql').map((file) => readFileSync(file, 'utf8')).join('\n')
  const inCode = [...code.matchAll(/\baction: [^,}\n]*/g)].flatMap(([part]) => [...part.matchAll(/['`]([a-z]+\.[a-z-]+)['`$]/g)].map(([, name]) => name ?? ''))
  const inSql = [...sql.matchAll(/access\.audit\('[A-Z_]+', '([a-z]+\.[a-z-]+)'/g)].map(([, name]) => name ?? '')
  return [...new Set([...inCode, ...inSql])].sort()
}

it.each(['da', 'en'])('whoever reads the log reads what was done, not what the code calls it (%s)', (locale) => {
  const { actions } = JSON.parse(readFileSync(`messages/${locale}/audit.json`, 'utf8')) as { actions: Record<string, string> }
  const labels = Object.keys(actions)
  const has = (name: string) => labels.some((label) => label === name.replace('.', '-') || (name.endsWith('-') && label.startsWith(name.replace('.', '-'))))
  expect(written().length).toBeGreaterThan(100)
  expect(written().filter((name) => !has(name))).toEqual([])
})
