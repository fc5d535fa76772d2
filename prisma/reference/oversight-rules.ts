/** Deadlines of the data subject's rights. Periods of months end on the same day of the month, on the next working day where that has none (Regulation 1182/71 art. 3). */
const SHARED = { ruleSet: 'data-protection', source: 'Databeskyttelsesforordningen art. 12, stk. 3', trigger: 'request-received', unit: 'MONTH' as const, roll: 'next-working-day', population: 'everybody', validFrom: '2018-05-25', validTo: null }

const SUGGESTED = 'Forslag fra leverandøren; kommunen beslutter'
const NEEDED = `${SUGGESTED}. Ikke længere end nødvendigt: databeskyttelsesforordningen art. 5, stk. 1, litra e`
/** Off until the municipality decides: nothing is erased because a product was installed. */
export const RETENTION_RULES = [
  { kind: 'person', length: 5 }, { kind: 'attempt', length: 5 }, { kind: 'reply', length: 5 }, { kind: 'talk', length: 5 }, { kind: 'letter', length: 5 }, { kind: 'outbox_message', length: 1 }, { kind: 'import_row', length: 1 }, { kind: 'subject_request', length: 5 },
  { kind: 'unusual_lookup', length: 2 }, { kind: 'progress_measurement', length: 5 }, { kind: 'task', length: 5 }, { kind: 'volunteer', length: 2 }, { kind: 'audit_log', length: 5, archive: false },
  { kind: 'contact', length: 5, source: NEEDED }, { kind: 'screening', length: 5, source: NEEDED }, { kind: 'plan_goal', length: 5, source: NEEDED }, { kind: 'plan_agreement', length: 5, source: NEEDED }, { kind: 'case_file', length: 5, source: NEEDED }, { kind: 'meeting_item', length: 5, source: NEEDED }, { kind: 'meeting', length: 5 },
  // Where somebody was at which hour is of no use when the week is over; what was typed and never logged is no record.
  { kind: 'plan_schedule', length: 1, source: NEEDED }, { kind: 'contact_draft', length: 6, unit: 'MONTH' as const, archive: false },
  // As long as what was told, and then for as long as somebody may ask whether they said yes.
  { kind: 'consent', length: 5, source: `${SUGGESTED}. Kommunen skal kunne vise, at der er givet samtykke: databeskyttelsesforordningen art. 7, stk. 1` }, { kind: 'power_of_attorney', length: 5 },
  { kind: 'volunteer_request', length: 2 }, { kind: 'companion_meeting', length: 2 },
].map((rule) => ({ unit: 'YEAR' as const, source: SUGGESTED, ...rule }))

export const OVERSIGHT_RULES = [
  { ...SHARED, code: 'subject-access', length: 1, nameDa: 'Svar på anmodning om indsigt', nameEn: 'Answer to a request for access' },
  { ...SHARED, code: 'subject-access-extended', length: 3, nameDa: 'Svar på anmodning om indsigt, forlænget', nameEn: 'Answer to a request for access, extended' },
  { ...SHARED, code: 'protection-review', source: 'Kommunens arbejdsgang: en beskyttelse, der skulle slutte, afgøres af den ansvarlige (forslag fra leverandøren)', trigger: 'protection-ended', length: 5, unit: 'WORKING_DAY' as const, roll: 'none', nameDa: 'Tag stilling til en beskyttelse, der skulle slutte', nameEn: 'Decide on a protection that was to end' },
]
