/** Characters. */
export const TEXT_NAME_MOST = 80
export const STANDARD_TEXT_MOST = 2000

/** A text put where the cursor stands, over what is marked; never glued to the word before or after it. `cursor`: where one goes on writing. */
export function insertAt(value: string, start: number, end: number, text: string): { value: string; cursor: number } {
  const [before, after] = [value.slice(0, start), value.slice(end)]
  const put = `${before === '' || /\s$/.test(before) ? '' : ' '}${text}${after === '' || /^\s/.test(after) ? '' : ' '}`
  return { value: `${before}${put}${after}`, cursor: before.length + put.length }
}
