import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

// Cycles need the real tree; a text that is not in it would only confuse that rule.
const eslint = new ESLint({ overrideConfig: { rules: { 'import/no-cycle': 'off' } } })

/** The rules that a text at this place in the tree breaks. */
async function broken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message)
}

/** Each guard of docs/architecture.md, seen red on a text that breaks it. */
const offences: [string, string, string, string][] = [
  ['an unguarded export of an actions file', 'lib/people/actions.ts', "'use server'\nexport async function remove() {}\n", 'no-restricted-syntax'],
  ['an action that only looks guarded', 'lib/people/actions.ts', "'use server'\nexport const remove = wrap({})\n", 'no-restricted-syntax'],
  ['a re-export from an actions file', 'lib/people/actions.ts', "'use server'\nexport * from './rules'\n", 'no-restricted-syntax'],
  ['the database in a page', 'app/(staff)/page.tsx', "import { transaction } from '@/lib/platform/db'\nexport default function Page() { return transaction }\n", '@typescript-eslint/no-restricted-imports'],
  ['the database in a view', 'components/people/person-card.tsx', "import { transaction } from '@/lib/platform/db'\nexport const view = transaction\n", '@typescript-eslint/no-restricted-imports'],
  ['the database in a rule', 'lib/people/names/rules.ts', "import { transaction } from '@/lib/platform/db'\nexport const rule = transaction\n", 'import/no-restricted-paths'],
  ['the clock in a rule', 'lib/people/names/rules.ts', "import { today } from '@/lib/platform/clock'\nexport const rule = today\n", 'import/no-restricted-paths'],
  ['process.env outside its file', 'lib/people/names/rules.ts', 'export const secret = process.env.SECRET\n', 'no-restricted-syntax'],
  ['a context reading one it may not', 'lib/people/names/rules.ts', "import { queueOrder } from '@/lib/outreach/due/rules'\nexport const rule = queueOrder\n", 'import/no-restricted-paths'],
  ['platform reading a context', 'lib/platform/money.ts', "import { foldName } from '@/lib/people/names/fold'\nexport const rule = foldName\n", 'import/no-restricted-paths'],
  ['lib reading a view', 'lib/people/names/rules.ts', "import { Tag } from '@/components/ui/tag'\nexport const rule = Tag\n", 'import/no-restricted-paths'],
  ['the kit knowing a context', 'components/ui/tag.tsx', "import { foldName } from '@/lib/people/names/fold'\nexport const rule = foldName\n", 'import/no-restricted-paths'],
  ['next-auth outside its folder', 'lib/people/queries.ts', "import { decode } from 'next-auth/jwt'\nexport const rule = decode\n", '@typescript-eslint/no-restricted-imports'],
  ['a file too long', 'lib/people/names/rules.ts', 'export const line = 1\n'.repeat(301).replace(/line/g, () => `line${Math.random().toString(36).slice(2)}`), 'max-lines'],
]

describe('lint finds', () => {
  it.each(offences)('%s', async (_what, path, code, rule) => {
    expect(await broken(path, code)).toContain(rule)
  }, 30_000)

  it('nothing in a text that keeps the rules', async () => {
    expect(await broken('lib/people/actions.ts', "'use server'\n\nimport { staffAction } from '@/lib/access/action'\n\nexport const touch = staffAction({} as never)\n")).toEqual([])
  }, 30_000)
})
