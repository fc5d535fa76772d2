import { foldHeader } from '../columns/rules'
import type { CellParser, ImportField, ParsedCell } from '../kind'

type Choices = NonNullable<ImportField['choices']>

export const YES_NO: Choices = [
  { code: 'yes', words: ['ja', 'j', 'yes', 'y', 'x', '1', 'sand', 'true', 'sandt', '✓', '✔'] },
  { code: 'no', words: ['nej', 'n', 'no', '0', 'falsk', 'false', 'falskt'] },
]

/** Words of a choice are compared like headers are: without case, spaces, punctuation and with ae/oe/aa for æ/ø/å. */
export function foldChoice(text: string): string {
  return foldHeader(text) || text.trim().toLowerCase()
}

export function choiceParser(choices: Choices): CellParser {
  const known = new Map(choices.flatMap((choice) => [choice.code, ...choice.words].map((word): [string, string] => [foldChoice(word), choice.code])))
  return (text): ParsedCell => {
    const code = known.get(foldChoice(text))
    return code ? { value: code } : { value: null, problem: { code: 'value-not-understood', severity: 'error', params: { text } } }
  }
}
