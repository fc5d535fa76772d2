import { writeFileSync } from 'node:fs'
import { matrix, type Permission, permissions, programmes, roles, type RoleName, type Scope } from '@/lib/access/matrix'
import { groups, rightWords, roleWords, scopeWords } from './access-words'

const short = (role: RoleName) => role.toLowerCase().replaceAll('_', ' ')

/** What a right asks for beyond holding it, in words. */
function conditions(action: Permission): string {
  const entry = matrix[action]
  return [('purpose' in entry && entry.purpose) && 'purpose', ('second' in entry && entry.second) && 'second person', ('stepUp' in entry && entry.stepUp) && 'proof'].filter(Boolean).join(', ')
}

/** "caseworker (assigned)": who may, and how far. */
function holders(action: Permission): string {
  const scopes = matrix[action].scopes as Partial<Record<RoleName, Scope>>
  const held = roles.filter((role) => scopes[role])
  return held.length === roles.length && new Set(Object.values(scopes)).size === 1 ? `everybody (${scopes[roles[0]]})` : held.map((role) => `${short(role)} (${scopes[role]})`).join(', ')
}

function group({ title, rights }: (typeof groups)[number]): string[] {
  return ['', `### ${title}`, '', '| right | what for | who, and how far | asks besides | data |', '|---|---|---|---|---|', ...rights.map((action) => `| \`${action}\` | ${rightWords[action]} | ${holders(action)} | ${conditions(action) || '–'} | ${matrix[action].dataClass} |`)]
}

/** What a role is, and how much of the whole it holds. */
function roleLine(role: RoleName): string {
  const held = permissions.filter((action) => (matrix[action].scopes as Partial<Record<RoleName, Scope>>)[role]).length
  const kinds = programmes[role]
  return `- **${short(role)}** (${held} of ${permissions.length} rights)${kinds ? `, programme ${kinds.map((kind) => kind.toLowerCase()).join(' and ')}` : ''}: ${roleWords[role]}`
}

/** docs/access.md, made from the matrix. A test compares; `tsx scripts/docs/access-page.ts` writes it. */
export function accessPage(): string {
  const left = permissions.filter((action) => !groups.some(({ rights }) => rights.includes(action)))
  if (left.length > 0) throw new Error(`Say in scripts/docs/access-words.ts in which group these stand: ${left.join(', ')}`)
  return [
    '# Who may do what', '',
    'Made from the one declaration in `lib/access/matrix.ts` by `scripts/docs/access-page.ts` (the words stand in `access-words.ts`); a test fails when the two differ. Nothing is allowed that does not stand here. `npm run figure -- access-matrix` asks the code, the database and the built product whether they do what it says.', '',
    'Somebody may see or change something when all of this holds at that moment: their session holds; one of their roles has the right; what they ask for lies as far as the right reaches; no block stands in the way; and what the right asks for besides has been given. Each is asked anew by every statement, in the database as well as in the code.', '',
    '## What no role and no emergency lifts', '',
    '1. **Own file and family.** Nobody opens their own record, that of registered or declared family, or of whoever they have said they are too close to.',
    '2. **Protected addresses** (P1 name and address protection, P2 threatened) are read by people with a personal clearance that has dates, after saying why. They stand in a table of their own. The protection holds for the household, and ends only in writing.',
    '3. **Shielded people** (P3: members of staff, public persons) do not exist for anybody without a personal clearance.',
    '4. **Consent.** What was shared is closed from the moment the consent is withdrawn or has run out.',
    '5. **Erased people** are gone from every table; what is left says that, and no more.',
    '6. **A session** that is revoked, idle or too old, a role that has ended, a user who was closed: nothing from the next statement on.', '',
    'What one may not see answers exactly as what does not exist.', '',
    '## How far a right reaches', '', ...Object.entries(scopeWords).map(([scope, words]) => `- **${scope}**: ${words}`), '',
    '## What a right may ask for besides', '',
    '- **purpose**: why, picked or written, before it is shown; it stands in the log.',
    '- **second person**: never by the one who prepared or proposed it.',
    '- **proof**: only by somebody who proved at most five minutes ago, with password or code, who they are (ADR 0017).',
    '- **a reason** (not a right of its own): whoever opens a person a colleague is responsible for says why; the colleague sees it the next morning, and a sample goes to the manager (ADR 0014).', '',
    '## Roles', '', ...roles.map(roleLine), '',
    'Nobody gives themselves a right: one person proposes it, and another gives it (ADR 0016).', '',
    '## Classes of data', '', 'K0 public · K1 internal · K2 ordinary personal data · K3 confidential (CPR number, address, notes, consents) · K4 special or dangerous (health, threats, anything that tells where a protected person is). The column says the highest class a right can show.', '',
    '## Rights', ...groups.flatMap(group), '',
  ].join('\n')
}

if (process.argv[1]?.endsWith('access-page.ts')) writeFileSync('docs/access.md', accessPage())
