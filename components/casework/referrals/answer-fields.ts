import type { SmallField } from '../small-form'

type Texts = (key: 'verdict' | 'verdicts.accepted' | 'verdicts.refused' | 'words' | 'wordsHelp' | 'outcome' | 'outcomeHelp') => string

/** Yes or no, with none chosen beforehand, and the words that a no needs. */
export const answerFields = (t: Texts): SmallField[] => [
  { kind: 'radio', name: 'verdict', label: t('verdict'), options: (['accepted', 'refused'] as const).map((value) => ({ value, label: t(`verdicts.${value}`) })) },
  { kind: 'area', name: 'words', label: t('words'), help: t('wordsHelp'), max: 500, rows: 2 },
]
/** What came of it, in a line. */
export const outcomeField = (t: Texts): SmallField[] => [{ kind: 'area', name: 'words', label: t('outcome'), help: t('outcomeHelp'), max: 500, rows: 2 }]
