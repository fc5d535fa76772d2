/** Bounds of a letter, in characters and pieces. Wide enough for any real letter, narrow enough that a pasted book is refused. */
export const LIMITS = {
  name: 200,
  addressLines: 7,
  line: 200,
  text: 3000,
  title: 120,
  label: 80,
  blocks: 60,
  listItems: 30,
  offers: 60,
  offerText: 600,
  link: 200,
  code: 40,
  logo: 200_000,
} as const
