import { writeFileSync } from 'node:fs'
import { matrix, permissions, programmes, roles, type RoleName, type Scope } from '@/lib/access/matrix'

const meaning: Record<Scope, string> = {
  unit: 'members of staff of one’s own unit, never oneself',
  programme: 'people with a live role in the programme of the role',
  assigned: 'people one is responsible for now',
  aggregate: 'figures only; cells under 5 are hidden',
  metadata: 'who and when, never content',
  shared: 'the fields of a live consent the person gave to one’s own unit',
  exception: 'one person out of reach, for some hours, with a reason and a review afterwards',
  own: 'one’s own account, sessions, times',
  all: 'everything of that kind; no personal data in it',
}

/** docs/access.md, made from the matrix. A test compares; `tsx scripts/docs/access-page.ts` writes it. */
export function accessPage(): string {
  const short = (role: RoleName) => role.toLowerCase().replaceAll('_', ' ')
  const head = `| action | data class | ${roles.map(short).join(' | ')} |`
  const rule = `|---|---|${roles.map(() => '---').join('|')}|`
  const rows = permissions.map((action) => {
    const entry = matrix[action]
    const scopes = entry.scopes as Partial<Record<RoleName, Scope>>
    const extra = [('purpose' in entry && entry.purpose) && 'purpose', ('second' in entry && entry.second) && 'second person', ('stepUp' in entry && entry.stepUp) && 'proof'].filter(Boolean).join(', ')
    return `| \`${action}\`${extra ? ` (${extra})` : ''} | ${entry.dataClass} | ${roles.map((role) => scopes[role] ?? '–').join(' | ')} |`
  })
  return [
    '# Who may do what', '',
    'Generated from the one declaration in `lib/access/matrix.ts` by `scripts/docs/access-page.ts`; a test fails when the two differ. Deny is the default: a dash is a no.', '',
    '## Scopes', '', ...Object.entries(meaning).map(([scope, words]) => `- **${scope}**: ${words}`), '',
    '## Programmes', '', ...Object.entries(programmes).map(([role, kinds]) => `- ${short(role as RoleName)}: ${kinds.map((kind) => kind.toLowerCase()).join(', ')}`), '',
    '## What no role lifts', '',
    '- Own file, and the files of declared and registered close family.',
    '- Protected addresses (P1, P2) without a personal, dated clearance. They stand in a table of their own.',
    '- Shielded people (P3: colleagues, public persons) without a personal clearance.',
    '- A session that is revoked, idle or too old sees nothing at the next statement.', '',
    '## Words beside an action', '',
    '- **purpose**: why, picked or written, before it is shown; it stands in the log.',
    '- **second person**: never by the one who prepared or proposed it.',
    '- **proof**: only by somebody who proved at most five minutes ago, with password or code, who they are (ADR 0017).', '',
    '## Matrix', '', head, rule, ...rows, '',
  ].join('\n')
}

if (process.argv[1]?.endsWith('access-page.ts')) writeFileSync('docs/access.md', accessPage())
