import { globSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pageNames } from '@/lib/audit/pages'

/** Ways in that show nobody: what a program asks for, and switches. */
const without = ['/[...missing]', '/language', '/was', '/api/auth/[...nextauth]', '/api/calendar/[token]', '/api/health/live', '/api/health/ready']

it('every page has a name in both languages that says what it is by itself', () => {
  const files = globSync('app/**/{page.tsx,route.ts}').map((file) => `/${file.split('/').slice(1, -1).filter((part) => !part.startsWith('(')).join('/')}`)
  expect(files.length).toBeGreaterThan(200)
  // A page that is missing here: give it a name in lib/audit/pages.ts, the key of its own title or one of audit.pages.
  expect(files.filter((page) => !without.includes(page) && !(page in pageNames))).toEqual([])
  expect(Object.keys(pageNames).filter((page) => !files.includes(page))).toEqual([])
  for (const locale of ['da', 'en']) {
    const texts = Object.fromEntries(readdirSync(`messages/${locale}`).map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as unknown]))
    const text = (key: string) => key.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], texts)
    expect(Object.entries(pageNames).filter(([, key]) => typeof text(key) !== 'string' || /\{|</.test(String(text(key))))).toEqual([])
  }
})
