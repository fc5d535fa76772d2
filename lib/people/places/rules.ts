export type PlainAddress = { careOf: string | null; street: string; number: string; floor: string | null; door: string | null; postcode: string; town: string }

/** The same as the post wants it, from the top: 'c/o Kirsten Lund', 'Vestergade 12, 2. tv', '8900 Randers C'. */
export function letterLines({ careOf, street, number, floor, door, postcode, town }: PlainAddress): string[] {
  const inside = [floor && `${floor}.`, door].filter(Boolean).join(' ')
  return [careOf ? `c/o ${careOf}` : '', [`${street} ${number}`.trim(), inside].filter(Boolean).join(', '), `${postcode} ${town}`].filter(Boolean)
}

/** 'c/o Kirsten Lund, Vestergade 12, 2. tv, 8900 Randers C': one line as an address is written in Denmark. */
export function addressLine({ careOf, street, number, floor, door, postcode, town }: PlainAddress): string {
  const inside = [floor && `${floor}.`, door].filter(Boolean).join(' ')
  return [careOf && `c/o ${careOf}`, `${street} ${number}`.trim(), inside, `${postcode} ${town}`].filter(Boolean).join(', ')
}
