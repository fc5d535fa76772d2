/** Which page numbers to show: first, last, and the neighbours of the current one. `null` is a gap. Pages count from 1. */
export function pageNumbers(current: number, total: number): (number | null)[] {
  const wanted = [1, current - 1, current, current + 1, total].filter((page) => page >= 1 && page <= total)
  const shown = [...new Set(wanted)].sort((a, b) => a - b)
  const result: (number | null)[] = []
  for (const page of shown) {
    const last = result.at(-1)
    // A gap of one page is that page: "1 2 3", never "1 … 3".
    if (typeof last === 'number' && page - last === 2) result.push(page - 1)
    else if (typeof last === 'number' && page - last > 2) result.push(null)
    result.push(page)
  }
  return result
}
