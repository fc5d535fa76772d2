import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accessPage } from '@/scripts/docs/access-page'
import { parseEnv } from '@/lib/platform/env'

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n').filter((file) => existsSync(file))
const text = (file: string) => readFileSync(file, 'utf8')

describe('the tree', () => {
  it('has kebab-case file names', () => {
    const odd = tracked.filter((file) => /^(app|components|lib|tests|scripts)\//.test(file)).filter((file) => !file.split('/').every((part) => /^(\.?[a-z0-9]+([-.][a-z0-9]+)*|\([a-z-]+\)|\[(\.\.\.)?[a-zA-Z]+\])$/.test(part)))
    expect(odd).toEqual([])
  })

  it('names no package registry and no machine', () => {
    const lock = text('package-lock.json')
    expect([...lock.matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)].map((match) => match[1]).filter((host) => host !== 'https://registry.npmjs.org')).toEqual([])
  })

  it('has documents whose paths exist', () => {
    const missing = globSync('{README.md,CHANGELOG.md,docs/**/*.md}').flatMap((doc) =>
      [...text(doc).matchAll(/`((?:app|components|lib|prisma|messages|tests|docs|scripts)\/[\w./()[\]-]+)`/g)].map((match) => match[1] ?? '').filter((path) => !path.includes('…') && !existsSync(path)).map((path) => `${doc}: ${path}`))
    expect(missing).toEqual([])
  })

  it('has an access page that says what the matrix says', () => {
    expect(text('docs/access.md')).toBe(accessPage())
  })

  it('has an example environment that would start', () => {
    const values = Object.fromEntries(text('.env.example').split('\n').filter((line) => /^[A-Z_]+=/.test(line)).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
    expect(parseEnv(values)).toHaveProperty('env')
  })

  it('says which variable is wrong without saying its value', () => {
    const result = parseEnv({ DATABASE_APP_URL: 'postgresql://u:hunter2@h/d', FIELD_KEY: 'short-secret', NEXTAUTH_SECRET: 'x', PUBLIC_URL: 'nowhere' })
    expect(result).toHaveProperty('problems')
    const problems = JSON.stringify(result)
    for (const name of ['FIELD_KEY', 'NEXTAUTH_SECRET', 'PUBLIC_URL']) expect(problems).toContain(name)
    expect(problems).not.toContain('short-secret')
  })
})
