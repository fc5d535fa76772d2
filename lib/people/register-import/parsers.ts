import type { CellParser } from '@/lib/imports/kind'
import { error, shown } from '@/lib/imports/values/clean'
import { readCpr } from '../cpr/rules'
import { readPhone } from '../phones/rules'

/**
 * Ten digits in any dress. Modulus 11 is never a reason to refuse (numbers without it are issued). Nine digits, where a spreadsheet took
 * the leading zero, are proposed and asked about. The sentence never repeats the number: the row and the column are enough to find it.
 */
export const cprParser: CellParser = (text) => {
  const bare = text.replace(/^'/, '').replace(/^(?:cpr|cpr-?nr\.?)[: ]+/i, '').replaceAll('.', '')
  const reading = readCpr(bare)
  if (reading.kind === 'doubtful') {
    return { value: reading.suggestion.replace('-', ''), problem: { code: 'cpr-lost-zero', severity: 'doubt' } }
  }
  // Registers write a birth date with four noughts or signs for people who have no number yet.
  const onlyDate = /^\d{6}[- ]?(?:0000|x{4}|\*{4}|_{4})$/i.test(bare)
  if (onlyDate && reading.kind !== 'replacement') return { value: null, problem: { code: 'cpr-only-birth-date', severity: 'hint' } }
  if (reading.kind !== 'invalid') return { value: reading.digits }
  return { value: null, problem: { code: `cpr-${reading.reason}`, severity: 'error', params: { digits: bare.replace(/\D/g, '').length } } }
}

export const phoneParser: CellParser = (text) => {
  const bare = text.replace(/^'/, '').replace(/^(?:tlf|telefon|mobil|mob)[.: ]+/i, '')
  const reading = readPhone(bare)
  if (reading.kind === 'phone') return { value: reading.e164 }
  // New ranges are given out faster than any table of them is: eight digits are a number, and a person's letter must not wait for it.
  const danish = /^(?:\+45|0045)?([2-9]\d{7})$/.exec(bare.replace(/[\s.\-()]/g, ''))
  if (danish) return { value: `+45${danish[1]}`, problem: { code: 'phone-unknown-range', severity: 'hint', params: { text: shown(text) } } }
  if (/\d{8}\D+\d{8}/.test(text.replace(/(\d)[ .](?=\d)/g, '$1'))) return error('phone-several', text)
  return { value: null, problem: { code: 'phone-not-understood', severity: 'error', params: { text: shown(text) } } }
}
