import { readdirSync } from 'node:fs'
import nextVitals from 'eslint-config-next/core-web-vitals'
import nextTs from 'eslint-config-next/typescript'

// Which folder of lib/ may read which. A folder that is not here stops lint: a new context must be given its place.
const platform = ['platform']
const access = ['access', 'audit', ...platform]
const machinery = ['deadlines', 'messaging', 'imports']
const contexts = {
  people: ['imports'],
  portal: [],
  consent: ['people', 'portal'],
  casework: ['people', 'consent', 'portal'],
  outreach: ['people', 'portal'],
  associations: ['people'],
  volunteering: ['people', 'consent', 'portal', 'associations'],
  reporting: ['people', 'outreach', 'portal'],
  oversight: ['people'],
  jobs: ['people', 'casework', 'outreach', 'portal', 'reporting', 'oversight', 'associations', 'volunteering'],
}
const mayImport = {
  platform: [],
  audit: platform,
  access: ['audit', ...platform],
  ...Object.fromEntries(machinery.map((name) => [name, ['deadlines', ...access]])),
  ...Object.fromEntries(Object.entries(contexts).map(([name, others]) => [name, [...others, ...machinery, ...access]])),
}
const folders = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
for (const folder of folders) if (!(folder in mayImport)) throw new Error(`lib/${folder} has no place in eslint.config.mjs`)

const impure = ['./lib/{platform/db.ts,platform/clock.ts,platform/env.ts,platform/crypto,platform/log,platform/jobs,audit}/**', './lib/access/**/!(matrix|rules).ts', './lib/platform/{db,clock,env}.ts', './lib/**/{queries,actions,writes,sql}.ts', './prisma/**']
const zones = [
  { target: './lib', from: ['./app', './components', './scripts', './tests'], message: 'lib/ never imports UI, scripts or tests' },
  { target: './components', from: ['./app', './scripts', './tests'], message: 'components/ never imports app/' },
  { target: './components/ui', from: './lib', except: ['./platform/day.ts', './platform/dates.ts', './platform/form-state.ts', './deadlines/lateness.ts'], message: 'components/ui knows no domain' },
  { target: './lib/**/rules.ts', from: impure, message: 'rules are pure: no database, clock, session or environment' },
  ...folders.map((name) => ({ target: `./lib/${name}`, from: './lib', except: [...new Set([name, ...mayImport[name]])].map((other) => `./${other}`), message: `lib/${name} may not read that folder` })),
  ...Object.keys(contexts).map((name) => ({ target: `./lib/!(${name})/**`, from: `./lib/${name}/**/actions.ts`, message: 'never another context’s actions' })),
]
const processEnv = { selector: 'MemberExpression[object.name="process"][property.name="env"]', message: 'Read configuration from lib/platform/env.ts' }
const guarded = 'An actions file exports staffAction(...), volunteerAction(...) or publicAction(...) and nothing else'
const unguarded = [
  { selector: 'ExportNamedDeclaration > FunctionDeclaration', message: guarded },
  { selector: 'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > :not(CallExpression[callee.name=/^(staff|volunteer|public)Action$/]).init', message: guarded },
  { selector: 'ExportNamedDeclaration[source]', message: guarded },
  { selector: 'ExportNamedDeclaration > ExportSpecifier', message: guarded },
  { selector: 'ExportDefaultDeclaration', message: guarded },
  { selector: 'ExportAllDeclaration', message: guarded },
]
// sql.ts: a piece of SQL that queries and writes share, so that a figure and its list cannot differ.
const databaseFiles = ['lib/**/{queries,actions,writes,sql}.ts', 'lib/{platform,access,audit,jobs}/**', 'lib/**/jobs.ts']

const config = [
  { ignores: ['**/.next/**', '.indgang/**', 'next-env.d.ts', 'prisma/generated/**', 'test-results/**', 'playwright-report/**'] },
  ...nextVitals,
  ...nextTs,
  { settings: { react: { version: '19.3' } } },
  { files: ['**/*.{ts,tsx}'], rules: { 'import/no-restricted-paths': ['error', { zones }], 'import/no-cycle': ['error', { maxDepth: 6 }], 'max-lines': ['error', 300] } },
  { files: ['{app,components,lib}/**/*.{ts,tsx}'], ignores: ['lib/platform/env.ts'], rules: { 'no-restricted-syntax': ['error', processEnv] } },
  { files: ['lib/**/actions.ts'], rules: { 'no-restricted-syntax': ['error', processEnv, ...unguarded] } },
  { files: ['{app,components,lib}/**/*.{ts,tsx}'], ignores: [...databaseFiles, '**/*.test.ts'], rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group: ['@/lib/platform/db', '**/platform/db', '@/prisma/**'], message: 'Only queries, actions and writes touch the database', allowTypeImports: true }, { group: ['next-auth', 'next-auth/**'], message: 'next-auth stays in lib/access/auth' }] }] } },
  { files: databaseFiles, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group: ['next-auth', 'next-auth/**'], message: 'next-auth stays in lib/access/auth' }] }] } },
  // Plain links on purpose: a list of fifty <Link>s costs more bytes than its pages, and /language is no page.
  { rules: { '@next/next/no-html-link-for-pages': 'off', '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true }] } },
  // Playwright's fixtures are handed a function called use.
  { files: ['tests/**'], rules: { 'react-hooks/rules-of-hooks': 'off', 'import/no-anonymous-default-export': 'off' } },
  // Tests may reach for what production code may not.
  { files: ['**/*.test.ts'], rules: { 'import/no-restricted-paths': 'off', 'no-restricted-syntax': 'off' } },
  { files: ['lib/access/auth/**', 'components/access/provider-form.tsx'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
]
export default config
