/** What contacts are usually about. The municipality adds its own and retires those it does not use. */
export const CONTACT_TOPICS = [
  { code: 'general', nameDa: 'Samtalen', nameEn: 'The talk' },
  { code: 'work', nameDa: 'Arbejde og uddannelse', nameEn: 'Work and education' },
  { code: 'health', nameDa: 'Helbred', nameEn: 'Health' },
  { code: 'deployment', nameDa: 'Udsendelsen', nameEn: 'The deployment' },
  { code: 'family', nameDa: 'Familie og netværk', nameEn: 'Family and network' },
  { code: 'home', nameDa: 'Bolig', nameEn: 'Housing' },
  { code: 'money', nameDa: 'Økonomi', nameEn: 'Money' },
  { code: 'everyday', nameDa: 'Hverdag og fritid', nameEn: 'Everyday life' },
].map((topic, position) => ({ ...topic, position }))
