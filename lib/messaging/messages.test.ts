import { describe, expect, it } from 'vitest'
import da from '@/messages/da/messaging.json'
import en from '@/messages/en/messaging.json'
import { MERGE_FIELDS } from './letters/template'

// A code without a sentence reaches the reader as a code.
const templateCodes = ['unknown-field', 'personal-field-in-title', 'fields-differ', 'address-mark-differs', 'talk-field-without-talk', 'companion-missing']
const letterCodes = ['missing-value', 'missing-reply', 'missing-address', 'address-of-other-person', 'link-not-secure']
const renderCodes = ['unprintable-text', 'address-does-not-fit', 'render-failed', 'protected-address-in-print-file', 'print-file-empty']

describe.each([
  ['da', da],
  ['en', en],
])('messages in %s', (_, messages) => {
  it('name every merge field', () => {
    expect(Object.keys(messages.letters.field).sort()).toEqual(Object.keys(MERGE_FIELDS).sort())
  })

  it('have a sentence for every reason a letter is refused', () => {
    expect(Object.keys(messages.letters.problem)).toEqual(expect.arrayContaining([...templateCodes, ...letterCodes, ...renderCodes]))
  })
})
