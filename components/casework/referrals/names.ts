type Named = { nameDa: string; nameEn: string }

/** What the receiver is called in the reader's language. */
export const receiverName = ({ nameDa, nameEn }: Named, locale: string): string => (locale === 'da' ? nameDa : nameEn)
