/** A telephone number in a sentence stays on one line: 89 00 00 00. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
