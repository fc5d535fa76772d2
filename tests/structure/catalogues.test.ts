import { globSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { places } from '@/components/frame/navigation'
import { matrix, permissions } from '@/lib/access/matrix'

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : [...flat(value, `${prefix}${key}.`)])))
}

function catalogue(locale: string): Map<string, string> {
  return new Map(readdirSync(`messages/${locale}`).flatMap((file) => [...flat(JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as Tree, `${file.replace('.json', '')}.`)]))
}

/** The values a text takes. The words inside a plural's or select's branches are text of their own, not names. */
function placeholders(text: string): string[] {
  const names = new Set<string>()
  const open: ('choice' | 'other')[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '}') open.pop()
    if (text[at] !== '{') continue
    const [, name, choice] = open.at(-1) === 'choice' ? [] : (/^\{\s*(\w+)\s*(?:,\s*(plural|select|selectordinal)\b|[,}])/.exec(text.slice(at)) ?? [])
    if (name) names.add(name)
    open.push(choice ? 'choice' : 'other')
  }
  return [...names].sort()
}

const asksFor = /^(?:await )?(?:getTranslations|useTranslations)(?:<[^>]*>)?\((?:'([^']*)')?\)/
/** What a name stands for: const t = getTranslations('ns'), or one of several at once: const [t, locale] = [useTranslations('ns'), useLocale()]. */
function namespaces(code: string): [name: string, namespace: string | undefined][] {
  const one = [...code.matchAll(/(?:const|let) (\w+) = ([^\n]*)/g)].map(([, name = '', made = '']) => [[name], [made]] as const)
  const several = [...code.matchAll(/const \[([\w, ]+)\] = (?:await Promise\.all\()?\[([^;\n]*)\]/g)].map(([, names = '', made = '']) => [names.split(', '), made.split(/, (?=await |use|get)/)] as const)
  return [...one, ...several].flatMap(([names, made]) => names.flatMap((name, at): [string, string | undefined][] => {
    const found = asksFor.exec(made[at] ?? '')
    return found ? [[name, found[1]]] : []
  }))
}

/** Keys written out in code: t('a.b') where t came from getTranslations('ns') or useTranslations('ns'). */
function literalKeys(code: string): string[] {
  const found: string[] = []
  for (const [name, namespace] of namespaces(code))
    for (const [, key] of code.matchAll(new RegExp(`\\b${name}(?:\\.rich|\\.markup|\\.raw)?\\('([A-Za-z][\\w.-]*)'`, 'g'))) found.push(namespace ? `${namespace}.${key}` : `${key}`)
  return found
}

describe('texts', () => {
  const da = catalogue('da')
  const en = catalogue('en')

  it('exist in both languages', () => {
    expect([...da.keys()].filter((key) => !en.has(key))).toEqual([])
    expect([...en.keys()].filter((key) => !da.has(key))).toEqual([])
  })

  it('take the same values in both languages', () => {
    expect([...da].filter(([key, text]) => placeholders(text).join() !== placeholders(en.get(key) ?? '').join()).map(([key]) => key)).toEqual([])
  })

  it('are never empty', () => {
    expect([...da, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })

  it('exist wherever code asks for them', () => {
    const asked = globSync('{app,components,lib}/**/*.{ts,tsx}', { exclude: (path) => path.includes('.test.') }).flatMap((file) => {
      const code = readFileSync(file, 'utf8')
      // A namespace that belongs to another function of the same file would be a false alarm: any of the file's namespaces will do.
      const keys = literalKeys(code)
      const spaces = [...code.matchAll(/Translations(?:<[^>]*>)?\('([^']*)'\)/g)].map((match) => `${match[1]}.`)
      return keys.filter((key) => !da.has(key) && !spaces.some((space) => da.has(space + key.slice(key.indexOf('.') + 1)) || spaces.some((s) => key.startsWith(s) && da.has(space + key.slice(s.length))))).map((key) => `${file}: ${key}`)
    })
    expect(asked).toEqual([])
  }, 30_000)

  it('of refusals and schemas exist', () => {
    const asked = globSync('lib/**/*.ts', { exclude: (path) => path.includes('.test.') }).flatMap((file) => {
      const code = readFileSync(file, 'utf8')
      return [...code.matchAll(/new Refused\('([\w.-]+)'/g)].map((match) => match[1] ?? '').filter((key) => !da.has(key)).map((key) => `${file}: ${key}`)
    })
    expect(asked).toEqual([])
  })
})

describe('the matrix in words', () => {
  it('has a name for every permission and every scope, which the pages of roles and of who sees whom read', () => {
    const texts = catalogue('da')
    const scopes = new Set(Object.values(matrix).flatMap((one) => Object.values(one.scopes)))
    expect([...permissions.map((permission) => `rights.permission.${permission.replaceAll('.', '-')}`), ...[...scopes].map((scope) => `rights.scope.${scope}`)].filter((key) => !texts.has(key))).toEqual([])
  })

  it('every place in the menu says on the first page what it is', () => {
    expect(places.filter(({ key }) => key !== 'home' && !catalogue('da').has(`outreach.home.place.${key}`)).map(({ key }) => key)).toEqual([])
  })
})
