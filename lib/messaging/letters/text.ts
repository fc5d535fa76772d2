import { MERGE_FIELDS, type MergeField } from './template'

// Anything between double braces that looks like a field; a name typed into a register is never run through this.
const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g
// Control characters break XML and PDF; direction overrides can make a printed name read as another one.
const UNPRINTABLE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g

export function isMergeField(name: string): name is MergeField {
  return Object.hasOwn(MERGE_FIELDS, name)
}

/** Names written in a text, unknown ones included, in order of appearance. */
export function fieldNamesIn(text: string): string[] {
  return [...text.matchAll(FIELD)].map((match) => match[1] ?? '')
}

/** One pass, so a value that itself holds {{firstName}} is printed as it stands. */
export function fillFields(text: string, value: (field: MergeField) => string): string {
  return text.replace(FIELD, (whole, name: string) => (isMergeField(name) ? value(name) : whole))
}

/** Composed letters, one kind of line break, no control or direction characters. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(UNPRINTABLE, '').toWellFormed().normalize('NFC')
}

/** For what stands on one line: names, address lines, labels. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
