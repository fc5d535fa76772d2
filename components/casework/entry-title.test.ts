import { expect, it } from 'vitest'
import { channels } from '@/lib/casework/contacts/rules'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { CONTACT_KINDS } from '@/prisma/reference/contact-kinds'
import { entryTitle } from './entry-title'

const cafe = { nameDa: 'Veterancaféen', nameEn: 'The veterans’ café' }
const called = (locale: 'da' | 'en', outcome: 'reached' | 'tried' | 'work', channel: 'phone' | 'meeting' | 'none', kind: typeof cafe | null) => entryTitle({ outcome, channel, kind }, translatorFor(locale, 'casework'), locale)

it('calls an entry what the municipality does, and an attempt what came of it', () => {
  expect([called('da', 'reached', 'meeting', cafe), called('en', 'reached', 'meeting', cafe), called('da', 'tried', 'meeting', cafe), called('en', 'tried', 'meeting', cafe)]).toEqual(['Veterancaféen', 'The veterans’ café', 'Veterancaféen: mødte ikke op', 'The veterans’ café: did not come'])
  expect([called('da', 'reached', 'phone', null), called('da', 'tried', 'phone', null), called('da', 'work', 'none', null)]).toEqual(['Telefon', 'Telefon: traf ikke', 'Arbejde i sagen'])
})
it('says of what is called as its channel the sentence of it', () => {
  expect(called('da', 'tried', 'meeting', { nameDa: 'Samtale', nameEn: 'Talk' })).toBe('Mødte ikke op til samtalen')
  expect(called('da', 'tried', 'phone', { nameDa: 'Opkald', nameEn: 'Call' })).toBe('Opkald: traf ikke')
})
it('ships one kind of each channel, called as it: else an attempt by telephone would be told as by another word', () => {
  expect(CONTACT_KINDS.map(({ code, channel }) => [code, channel])).toEqual(channels.map((channel) => [channel, channel]))
  for (const { channel, nameDa, nameEn } of CONTACT_KINDS) expect([translatorFor('da', 'casework')(`channel.${channel}`), translatorFor('en', 'casework')(`channel.${channel}`)]).toEqual([nameDa, nameEn])
})
