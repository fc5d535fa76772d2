export type Named = { nameDa: string; nameEn: string }

/** What one of the municipality's own lists is called in the reader's language; nothing for what is in the list no more. */
export const nameOf = (one: Named | undefined, locale: string): string => (one ? (locale === 'da' ? one.nameDa : one.nameEn) : '')
