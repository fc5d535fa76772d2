/** Ways of being in contact, one of each channel and called as it: entries without a kind are read as these (docs/adr/0063). The municipality renames them, adds its own and retires those it does not use. */
export const CONTACT_KINDS = [
  { code: 'phone', nameDa: 'Telefon', nameEn: 'Telephone' },
  { code: 'meeting', nameDa: 'Samtale', nameEn: 'Talk' },
  { code: 'home', nameDa: 'Hjemmebesøg', nameEn: 'Home visit' },
  { code: 'walk', nameDa: 'Gåtur', nameEn: 'Walk' },
  { code: 'video', nameDa: 'Video', nameEn: 'Video' },
  { code: 'sms', nameDa: 'Sms', nameEn: 'Text message' },
  { code: 'email', nameDa: 'E-mail', nameEn: 'E-mail' },
  { code: 'letter', nameDa: 'Brev', nameEn: 'Letter' },
].map((kind, position) => ({ ...kind, channel: kind.code, position }))
