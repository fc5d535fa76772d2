import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { guardedWork } from './guarded-work'
import { weakenedParts } from './mutate'

/** One weakened place of a file of the product. `text`: the whole file with that place changed. */
export type CodeMutant = { file: string; how: string; text: string; tests: readonly string[] }

export type Guarded = { file: string; /** Functions of the file; all of it where none are named. */ only?: readonly string[]; /** Only conditions that hold this: what the rest of the file decides is no question of access. */ about?: RegExp; tests: readonly string[] }

const access = (...names: string[]) => names.map((name) => `tests/integration/access/${name}.test.ts`)

/** The code that says no before the database does, and the tests of the ordinary suite that must notice when it does not. */
export const guarded: readonly Guarded[] = [
  { file: 'lib/access/permissions.ts', tests: access('guards', 'actions') },
  { file: 'lib/access/read.ts', tests: access('guards', 'actions', 'reasons', 'step-up') },
  { file: 'lib/access/parts.ts', tests: access('parts') },
  { file: 'lib/access/action.ts', tests: [...access('action-branches', 'action-faults', 'actions', 'step-up', 'submission'), 'tests/integration/casework/words.test.ts'] },
  { file: 'lib/access/words.ts', only: ['refuseAddresses'], tests: ['tests/integration/casework/words.test.ts'] },
  { file: 'lib/access/public-action.ts', tests: access('action-branches', 'submission') },
  { file: 'lib/access/actor.ts', tests: access('guards') },
  { file: 'lib/access/denied.ts', tests: access('guards', 'actions') },
  { file: 'lib/access/submission.ts', tests: access('action-branches', 'submission') },
  { file: 'lib/access/session.ts', only: ['openSession'], tests: access('guards', 'sessions') },
  { file: 'lib/access/session-ended.ts', tests: access('guards', 'actions') },
  { file: 'lib/access/reasons/needed.ts', tests: access('guards', 'reasons') },
  { file: 'lib/access/rate-limit.ts', only: ['withinLimit', 'wideFor'], tests: access('action-branches', 'sign-in-limits') },
  { file: 'lib/access/step-up/proof.ts', tests: access('proof-asked', 'step-up', 'second-factor', 'federated') },
  { file: 'lib/access/rights/actions.ts', about: /actor\.userId/, tests: access('right-proposals', 'self-elevation') },
  { file: 'lib/access/users/actions.ts', about: /actor\.userId|\bversion\b/, tests: access('accounts', 'self-elevation', 'languages') },
  { file: 'lib/access/units/actions.ts', about: /actor\.userId/, tests: access('units') },
  { file: 'lib/access/actions.ts', about: /actor\.(userId|sessionId)/, tests: access('sessions') },
  { file: 'lib/access/password/actions.ts', about: /withinLimit|problem|audit\(|mail\)/, tests: access('password') },
  { file: 'lib/access/second-factor/state.ts', only: ['secondFactorRequired', 'checkCode'], about: /SECOND_FACTOR|withinLimit|confirmed|row/, tests: access('second-factor', 'second-factor-required') },
  { file: 'lib/access/reasons/actions.ts', about: /needed|changed/, tests: access('reasons') },
  { file: 'lib/access/reasons/queries.ts', about: /actor\.userId/, tests: access('reasons') },
  { file: 'lib/access/accounts/actions.ts', about: /actor\.userId/, tests: access('accounts', 'self-elevation') },
  { file: 'lib/access/second-factor/actions.ts', about: /\bactor\.userId|openFully/, tests: access('second-factor', 'second-factor-required', 'self-elevation') },
  { file: 'lib/oversight/retention/actions.ts', about: /actor\.userId/, tests: ['tests/integration/oversight/retention.test.ts'] },
  { file: 'lib/oversight/break-glass/actions.ts', about: /overdue|personId\)|person\)|done|audit\(|enqueue/, tests: ['tests/integration/oversight/break-glass.test.ts'] },
  { file: 'lib/oversight/explain/queries.ts', about: /known/, tests: ['tests/integration/oversight/explain.test.ts'] },
  { file: 'lib/oversight/breaches/actions.ts', about: /can\(actor|\bversion\b/, tests: ['tests/integration/oversight/breaches.test.ts', 'tests/integration/oversight/changed-meanwhile.test.ts'] },
  { file: 'lib/oversight/subject-export/actions.ts', about: /\bversion\b/, tests: ['tests/integration/oversight/subject-export.test.ts', 'tests/integration/oversight/changed-meanwhile.test.ts'] },
  { file: 'lib/oversight/subject-export/queries.ts', about: /can\(actor/, tests: ['tests/integration/oversight/subject-export.test.ts'] },
  { file: 'lib/consent/register/actions.ts', tests: ['tests/integration/consent/sharing.test.ts'] },
  { file: 'lib/consent/register/writes.ts', only: ['addConsent', 'addWithdrawal'], tests: ['tests/integration/consent/sharing.test.ts'] },
  { file: 'lib/people/protection/actions.ts', about: /\b(version|personId|clearances|why ===|count !==)/, tests: ['tests/integration/people/protection.test.ts', 'tests/integration/people/protection-forms.test.ts'] },
  { file: 'lib/people/duplicates/writes.ts', about: /\b(left|right)Version\b/, tests: ['tests/integration/people/merge.test.ts'] },
  { file: 'lib/people/register-import/batch/steps.ts', about: /createdBy|\bversion\b/, tests: ['tests/integration/imports/access.test.ts', 'tests/integration/imports/story.test.ts'] },
  { file: 'lib/outreach/attempts/rules.ts', only: ['withdrawRefusal'], tests: ['tests/integration/outreach/due-actions.test.ts'] },
  { file: 'lib/outreach/talks/actions.ts', about: /actor\.userId\}/, tests: ['tests/integration/outreach/talks.test.ts'] },
  { file: 'lib/outreach/runs/writes.ts', about: /\bversion\b/, tests: ['tests/integration/outreach/runs-states.test.ts'] },
  { file: 'lib/outreach/runs/rules.ts', about: /actorId === run\.createdBy/, tests: ['tests/integration/outreach/runs-states.test.ts'] },
  { file: 'lib/outreach/runs/leftovers/actions.ts', about: /actor\.userId/, tests: ['tests/integration/outreach/runs-crash.test.ts', 'tests/integration/outreach/mails.test.ts'] },
  { file: 'lib/messaging/templates/actions.ts', about: /actor\.userId/, tests: ['tests/integration/outreach/templates.test.ts'] },
  ...guardedWork,
]

type Change = { from: number; to: number; put: string; how: string; /** What is left out, where that is less than what is put anew. */ part?: string }

const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 80)
const moved: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.GreaterThanToken]: '>=', [ts.SyntaxKind.LessThanToken]: '<=', [ts.SyntaxKind.GreaterThanEqualsToken]: '<', [ts.SyntaxKind.LessThanEqualsToken]: '>',
}
/** Nothing said is stored as nothing. */
const orNull = (node: ts.BinaryExpression) => node.operatorToken.kind === ts.SyntaxKind.BarBarToken && node.right.kind === ts.SyntaxKind.NullKeyword
const joins = [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]

/** Conditions that are never met, either branch of a choice, either side of every "and", "or" and "or else", limits moved by one, and every awaited call and filter left out. */
function changesAt(node: ts.Node, text: string): Change[] {
  const at = (part: ts.Node) => text.slice(part.getStart(), part.end)
  const put = (part: ts.Node, what: string, how: string): Change => ({ from: part.getStart(), to: part.end, put: what, how })
  if (ts.isIfStatement(node)) return [put(node.expression, 'false', `never: ${short(at(node.expression))}`)]
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].map((branch) => put(node, `(${at(branch)})`, `always ${short(at(branch))}`))
  if (ts.isBinaryExpression(node) && joins.includes(node.operatorToken.kind)) return orNull(node) ? [] : [node.left, node.right].map((side) => put(node, `(${at(side)})`, `only ${short(at(side))}`))
  if (ts.isBinaryExpression(node)) return moved[node.operatorToken.kind] ? [put(node.operatorToken, moved[node.operatorToken.kind] ?? '', `${moved[node.operatorToken.kind]} in ${short(at(node))}`)] : []
  if (ts.isExpressionStatement(node) && ts.isAwaitExpression(node.expression) && !/^await flash\(/.test(at(node.expression))) return [put(node, ';', `without ${short(at(node))}`)]
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'filter') return [put(node, at(node.expression.expression), `without ${short(at(node).slice(at(node.expression.expression).length))}`)]
  return []
}

/** Whose row it must be, in a statement or in a filter: the condition left out. */
function conditionsAt(node: ts.Node, text: string): Change[] {
  if (ts.isTaggedTemplateExpression(node)) {
    const { template } = node
    return weakenedParts(text.slice(template.getStart() + 1, template.end - 1)).map(({ how, text: put, part }) => ({ from: template.getStart(), to: template.end, put: `\`${put}\``, how, part }))
  }
  if (!(ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) || !within(node, 'where')) return []
  const part = text.slice(node.getStart(), node.end)
  return [{ from: node.getStart(), to: text[node.end] === ',' ? node.end + 1 : node.end, put: '', how: `without ${short(part)}`, part }]
}

const within = (node: ts.Node, name: string): boolean => ts.isObjectLiteralExpression(node.parent) && ts.isPropertyAssignment(node.parent.parent) && node.parent.parent.name.getText() === name

function nameOf(node: ts.Node): string {
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? ''
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText() ?? ''
  return ''
}

/** Every weakened version of the file; of the named functions, and of the conditions it is asked about. */
export function mutantsOf({ file, only, about, tests }: Guarded, text = readFileSync(file, 'utf8')): CodeMutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const changes: Change[] = []
  const visit = (node: ts.Node): void => {
    changes.push(...changesAt(node, text).filter(({ from, to }) => !about || about.test(text.slice(from, to)) || about.test(text.slice(node.getStart(), node.end).split('\n')[0] ?? '')))
    if (about) changes.push(...conditionsAt(node, text).filter(({ part }) => about.test(part ?? '')))
    ts.forEachChild(node, visit)
  }
  for (const statement of source.statements) if (!only || only.includes(nameOf(statement))) visit(statement)
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1
  return changes.map(({ from, to, put, how }) => ({ file, how: `line ${line(from)}: ${how}`, text: text.slice(0, from) + put + text.slice(to), tests }))
}

/** Each place once, also where a file is named twice. */
export const codeMutants = (): CodeMutant[] => [...new Map(guarded.flatMap((one) => mutantsOf(one)).map((one) => [`${one.file} ${one.text}`, one])).values()]
