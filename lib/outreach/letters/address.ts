export type AddressRow = { careOf: string | null; street: string; number: string; floor: string | null; door: string | null; postcode: string; town: string }

/** As the post wants it, from the top: 'c/o …', 'Vestergade 12, 2. th.', '8900 Randers C'. */
export function addressLines({ careOf, street, number, floor, door, postcode, town }: AddressRow): string[] {
  const inside = [floor && /^(\d+|st|kl)$/.test(floor) ? `${floor}.` : floor, door && /^(tv|th|mf)$/.test(door) ? `${door}.` : door].filter(Boolean).join(' ')
  const line = [`${street} ${number}`.trim(), inside].filter(Boolean).join(', ')
  return [careOf ? `c/o ${careOf.replace(/^c\/?o\s+/i, '')}` : '', line, `${postcode} ${town}`.trim()].filter(Boolean)
}
