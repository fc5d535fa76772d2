import type { Mutant } from './mutants'
import type { CodeMutant } from './mutate-code'

/** By what is weakened and where: why it changes nothing for anybody. Each is a statement about the code beside it, never about the tests. */
const reasons: readonly { of: RegExp; how: RegExp; reason: string }[] = [
  { of: /\.app_update$/, how: /^USING true for \( SELECT access\.may\(/, reason: 'WITH CHECK asks for the same permission, of every row that is let in' },
]

/** Why nobody can notice; or null. Asked only of what nobody noticed. */
export function equivalent(one: Mutant | CodeMutant): string | null {
  const of = 'file' in one ? one.file : one.name
  return reasons.find((reason) => reason.of.test(of) && reason.how.test(one.how))?.reason ?? null
}
