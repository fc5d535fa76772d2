export type PaletteItem = { label: string; href: string; hint?: string }
export type PaletteGroup = { label: string; items: PaletteItem[] }

/** å/aa, æ/ae, ø/oe and accents are the same to whoever types fast. */
export function fold(text: string): string {
  return text
    .toLocaleLowerCase('da')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

/** Places whose words begin with the words typed; all of them before anything is typed. */
export function matchPlaces(places: PaletteItem[], query: string, limit = 8): PaletteItem[] {
  const typed = fold(query).split(/\s+/).filter(Boolean)
  if (typed.length === 0) return places.slice(0, limit)
  return places
    .filter((place) => {
      const words = fold(`${place.label} ${place.hint ?? ''}`).split(/[^\p{L}\p{N}]+/u)
      return typed.every((part) => words.some((word) => word.startsWith(part)))
    })
    .slice(0, limit)
}

/** The next option for an arrow key; goes round. -1 when there is nothing to choose. */
export function moveChoice(current: number, count: number, step: 1 | -1): number {
  if (count === 0) return -1
  return (current + step + count) % count
}

/** Keeps what has the right shape: an answer from an older server must not break the page. Only addresses within the product. */
export function readGroups(answer: unknown): PaletteGroup[] {
  const groups = (answer as { groups?: unknown } | null)?.groups
  if (!Array.isArray(groups)) return []
  return groups.flatMap((group: Partial<PaletteGroup> | null) => {
    if (typeof group?.label !== 'string' || !Array.isArray(group.items)) return []
    const items = group.items.filter(
      (item) => typeof item?.label === 'string' && typeof item.href === 'string' && /^\/(?!\/)/.test(item.href),
    )
    return items.length > 0 ? [{ label: group.label, items }] : []
  })
}
