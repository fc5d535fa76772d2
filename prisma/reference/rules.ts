/** The deadlines of the veteran strategy as data (seed document 000: "minimum én gang årligt"; the other lengths are the product's defaults). */
const strategy = 'Randers Kommunes veteranstrategi'
export const outreachRules = [
  { code: 'outreach.first-letter', nameDa: 'Første brev efter registrering', nameEn: 'First letter after registration', trigger: 'registered', length: 30, unit: 'DAY', population: 'veteran' },
  { code: 'outreach.yearly-letter', nameDa: 'Brev mindst hver 12. måned', nameEn: 'A letter at least every 12 months', trigger: 'letter-sent', length: 12, unit: 'MONTH', population: 'veteran' },
  { code: 'outreach.due-soon', nameDa: 'Vises som snart forfalden', nameEn: 'Shown as due soon', trigger: 'letter-due', length: 60, unit: 'DAY', population: 'veteran' },
  { code: 'outreach.wish-year', nameDa: 'Nej tak i år gælder', nameEn: 'No thanks this year lasts', trigger: 'wish-given', length: 12, unit: 'MONTH', population: 'veteran' },
  { code: 'outreach.reconsider', nameDa: 'Genovervejelse af "aldrig mere"', nameEn: 'Reconsider "never again"', trigger: 'wish-given', length: 12, unit: 'MONTH', population: 'veteran' },
  { code: 'persistence.phone', nameDa: 'Telefonopkald, når et brev er ubesvaret', nameEn: 'Phone call when a letter is unanswered', trigger: 'letter-sent', length: 21, unit: 'DAY', population: 'vulnerable-veteran' },
  { code: 'persistence.other-channel', nameDa: 'Anden kanal efter opkaldet', nameEn: 'Other channel after the call', trigger: 'phone-attempt', length: 14, unit: 'DAY', population: 'vulnerable-veteran' },
  { code: 'persistence.home-visit', nameDa: 'Hjemmebesøg foreslås', nameEn: 'Home visit proposed', trigger: 'other-channel-attempt', length: 14, unit: 'DAY', population: 'vulnerable-veteran' },
  { code: 'letter.returned', nameDa: 'Find ny adresse efter returneret brev', nameEn: 'Find a new address after returned mail', trigger: 'letter-returned', length: 1, unit: 'WORKING_DAY', population: 'veteran' },
  { code: 'reply.call', nameDa: 'Ring op, når borgeren beder om det', nameEn: 'Call when the person asks', trigger: 'reply', length: 2, unit: 'WORKING_DAY', population: 'veteran' },
].map((rule) => ({ ...rule, unit: rule.unit as 'DAY' | 'MONTH' | 'WORKING_DAY', ruleSet: 'veteran-2017', source: strategy, roll: 'none', validFrom: new Date('2017-01-01T00:00:00Z') }))
