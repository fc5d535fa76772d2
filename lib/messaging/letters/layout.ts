/** Where things stand on the sheet, in millimetres from the top left corner of an A4 page. */
export type LetterLayout = {
  window: { left: number; top: number; width: number; height: number }
  margin: { left: number; right: number; top: number; bottom: number }
  /** Where the text begins on the first page. */
  bodyTop: number
}

/** The common left window of a C5 or C4 envelope (as in DIN 5008, form B). The print supplier's own figures replace these. */
export const LEFT_WINDOW: LetterLayout = {
  window: { left: 25, top: 45, width: 80, height: 36 },
  margin: { left: 25, right: 18, top: 16, bottom: 17 },
  bodyTop: 82,
}

export type LayoutProblem = { code: 'window-outside-page' | 'body-over-window' | 'margin-too-wide' }

/** An address printed outside the window, or text printed inside it, sends a letter astray: refused before the first sheet. */
export function layoutProblems({ window, margin, bodyTop }: LetterLayout): LayoutProblem[] {
  const problems: LayoutProblem[] = []
  const all = [...Object.values(window), ...Object.values(margin), bodyTop]
  if (all.some((value) => !Number.isFinite(value) || value < 0) || window.left + window.width > 210 || window.top < margin.top) {
    problems.push({ code: 'window-outside-page' })
  }
  if (bodyTop < window.top + window.height || bodyTop > 200) problems.push({ code: 'body-over-window' })
  if (margin.left + margin.right > 90 || margin.top + margin.bottom > 120) problems.push({ code: 'margin-too-wide' })
  return problems
}
