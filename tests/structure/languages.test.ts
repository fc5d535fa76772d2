import { expect, it } from 'vitest'
import { languages, levels } from '@/lib/access/languages/rules'
import { LANGUAGES } from '@/lib/people/record/schema'
import { languages as ofVolunteers, levels as asVolunteers } from '@/lib/volunteering/volunteers/rules'

it('colleagues, citizens and volunteers are asked about the same languages, in the same degrees', () => {
  expect([languages, languages, levels]).toEqual([LANGUAGES, ofVolunteers, asVolunteers])
})
