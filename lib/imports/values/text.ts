import type { CellParser } from '../kind'
import { error } from './clean'

export function textParser(maxLength = 200): CellParser {
  return (text) => (text.length > maxLength ? error('text-too-long', text, { length: text.length, limit: maxLength }) : { value: text })
}

/** Names keep the case and the spelling they come in. Digits in a name are nearly always a shifted column. */
export function nameParser(): CellParser {
  return (text) => {
    if (text.length > 120) return error('text-too-long', text, { length: text.length, limit: 120 })
    if (!/\p{L}/u.test(text)) return error('name-without-letters', text)
    // 'S?rensen': a program wrote a letter its character set does not have.
    if (/\p{L}\?|\?\p{L}/u.test(text)) return error('garbled', text)
    // A formula or a piece of a table is no name, and would run in the next spreadsheet it is copied to.
    return /\d{3,}|[@=<>{}[\]|;_]|^[+*#]/.test(text) ? error('name-with-digits', text) : { value: text }
  }
}

const EMAIL = /^[^\s@<>()[\]\\"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,24}$/u

export function emailParser(): CellParser {
  return (text) => {
    const address = text.replace(/^(?:mailto:|<)/i, '').replace(/>$/, '').replace(/[;,.]$/, '')
    if (/[;,\s]/.test(address)) return error('email-several', text)
    const valid = address.length <= 254 && EMAIL.test(address)
    return valid ? { value: address.toLowerCase() } : error('email-not-understood', text)
  }
}

/** '8900', 'DK-8900', '8900 Randers C'. A Danish postcode has four digits; one that lost its zero is asked about, as with CPR. */
export function postcodeParser(): CellParser {
  return (text) => {
    const match = /^(?:DK[- ]?)?(\d{4})(?:[ ,]+(\p{L}.{0,60}))?$/iu.exec(text)
    if (match?.[1]) return match[2] ? { value: match[1], also: { town: match[2] } } : { value: match[1] }
    return error(/^\d{3}$/.test(text) ? 'postcode-lost-zero' : 'postcode-not-understood', text)
  }
}

export function townParser(): CellParser {
  const town = textParser(80)
  return (text, context) => {
    const match = /^(?:DK[- ]?)?(\d{4})[ ,]+(\p{L}.{0,60})$/iu.exec(text)
    if (match?.[1] && match[2]) return { value: match[2], also: { postcode: match[1] } }
    return /\p{L}/u.test(text) ? town(text, context) : error('town-not-understood', text)
  }
}
