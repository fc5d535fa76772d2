/** A telephone number in a sentence that is no link stays on one line: 89 00 00 00. Links do by themselves (components/ui/styles/base.css). */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
