/** Deadlines of the data subject's rights. Periods of months end on the same day of the month, on the next working day where that has none (Regulation 1182/71 art. 3). */
const SHARED = { ruleSet: 'data-protection', source: 'Databeskyttelsesforordningen art. 12, stk. 3', trigger: 'request-received', unit: 'MONTH' as const, roll: 'next-working-day', population: 'everybody', validFrom: '2018-05-25', validTo: null }

export const OVERSIGHT_RULES = [
  { ...SHARED, code: 'subject-access', length: 1, nameDa: 'Svar på anmodning om indsigt', nameEn: 'Answer to a request for access' },
  { ...SHARED, code: 'subject-access-extended', length: 3, nameDa: 'Svar på anmodning om indsigt, forlænget', nameEn: 'Answer to a request for access, extended' },
]
