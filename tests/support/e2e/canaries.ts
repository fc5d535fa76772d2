/** Words that stand nowhere else: finding one in a page proves that the page showed what it must not. */
export const canaries = {
  /** A refugee: outside every programme of the product's roles so far. */
  refugee: 'Usynlighøj',
  /** Shielded: only people with that personal clearance. */
  shielded: 'Skærmetoftgård',
  /** An ordinary veteran: for people without access to persons at all. */
  veteran: 'Kanariefuglsang',
  /** The street of somebody with a protected address. */
  street: 'Hemmelighedsstræde',
  protectedName: 'Adressebeskyttelund',
} as const

export const canaryIds = {
  refugee: '019a0000-0000-7000-8000-00000000c001', shielded: '019a0000-0000-7000-8000-00000000c002',
  veteran: '019a0000-0000-7000-8000-00000000c003', protectedName: '019a0000-0000-7000-8000-00000000c004',
} as const
