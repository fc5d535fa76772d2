/** Letters alone as keys are in the way of whoever speaks to their computer: they can be turned off, for this browser (WCAG 2.1.4). */
const KEPT = 'indgang-letters'

export const lettersAreOn = (): boolean => localStorage.getItem(KEPT) !== 'off'
export function turnLetters(on: boolean): void {
  if (on) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, 'off')
}

/** Somebody is writing, or a dialog waits for an answer: then a letter is a letter. */
export function isTyped({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const into = target instanceof Element ? target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog') : null
  return ctrlKey || metaKey || altKey || into !== null || document.querySelector('dialog[open]') !== null
}
