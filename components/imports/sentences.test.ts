import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import da from '@/messages/da/imports.json'
import en from '@/messages/en/imports.json'
import { reasonName, rowSentence, shortSentence, valueText } from './sentences'

const issue = { row: 1234, column: 'CPR', field: 'cpr', code: 'cpr-length', severity: 'error' as const, params: { digits: 8 } }

test.each([['da', da], ['en', en]] as const)('%s: every problem also has a name of a few words, and nothing else has', (_locale, messages) => {
  expect(Object.keys(messages.short).sort()).toEqual(Object.keys(messages.problem).sort())
  for (const name of Object.values(messages.short)) expect(name.length).toBeLessThan(40)
})

test.each([['da', da, 'Kolonnen »CPR«: et'], ['en', en, 'Column “CPR”: a']] as const)('%s: where the row’s number stands beside it, the sentence leaves it out', (locale, messages, start) => {
  const t = createTranslator({ locale, messages: { imports: messages } as never, namespace: 'imports' as never })
  expect(rowSentence(t, issue)).toMatch(/1[.,]234/)
  expect(shortSentence(t, issue)).not.toMatch(/234/)
  expect(shortSentence(t, issue).startsWith(start)).toBe(true)
  expect(reasonName(t, 'cpr-length').length).toBeGreaterThan(3)
  expect(valueText(t, 'service', 'ARMY', locale)).toMatch(/Hæren|Army/)
  expect(valueText(t, 'deployedFrom', '2024-02-29', 'da')).toBe('29.02.2024')
  expect(valueText(t, 'mission', null, 'da')).toBe('–')
})
