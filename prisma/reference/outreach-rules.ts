/**
 * The outreach deadlines the demo municipality begins with. They are rows of `deadline_rule`, changed by an administrator, never read
 * from here by the application. The veteran strategy asks for a letter at least once a year and for persistence with the vulnerable; the
 * other lengths are the coordinator's own routine, and each row says which it is.
 */
const STRATEGY = 'Kommunens veteranstrategi: skriftlig henvendelse mindst én gang årligt'
const ROUTINE = 'Veterankoordinatorens arbejdsgang for opsøgende kontakt'
const SHARED = { ruleSet: 'outreach-1', source: ROUTINE, roll: 'none' as const, validFrom: '2000-01-01', validTo: null }
const VETERAN = { ...SHARED, population: 'veteran' }
const VULNERABLE = { ...SHARED, population: 'vulnerable' }

export const OUTREACH_RULES = [
  { ...VETERAN, code: 'first-letter', trigger: 'registered', ...days(30), ...named('Første brev', 'First letter') },
  { ...VETERAN, code: 'yearly-letter', source: STRATEGY, trigger: 'letter-sent', ...months(12), ...named('Årligt brev', 'Yearly letter') },
  { ...VETERAN, code: 'pause-no-thanks', trigger: 'wish-given', ...months(12), ...named('Nej tak i år', 'No thanks this year') },
  { ...VETERAN, code: 'letter-after-pause', trigger: 'pause-ended', ...days(30), ...named('Brev efter pausen', 'Letter after the pause') },
  { ...VETERAN, code: 'reconsider-never', trigger: 'wish-given', ...months(12), ...named('Overvej igen: aldrig brev', 'Reconsider: never again') },
  { ...VULNERABLE, code: 'silence-phone', trigger: 'letter-sent', ...days(21), ...named('Ring op: intet svar', 'Call: no reply') },
  { ...VULNERABLE, code: 'silence-other-channel', trigger: 'attempt-made', ...days(14), ...named('Prøv en anden vej', 'Try another channel') },
  { ...VULNERABLE, code: 'silence-home-visit', trigger: 'attempt-made', ...days(14), ...named('Foreslå hjemmebesøg', 'Propose a home visit') },
  { ...VETERAN, code: 'reply-call', trigger: 'reply-received', ...workingDays(2), ...named('Ring tilbage', 'Call back') },
  { ...VETERAN, code: 'returned-address', trigger: 'letter-returned', ...workingDays(1), ...named('Find ny adresse', 'Find the address') },
  { ...VETERAN, code: 'print-files-kept', trigger: 'run-sent', ...days(30), ...named('Trykkeriets filer slettes', 'The printer’s files are erased') },
  // Not a deadline of its own: how long before its day a letter is shown as due soon.
  { ...VETERAN, code: 'letter-due-soon', trigger: 'letter-due', ...days(60), ...named('Snart forfalden', 'Due soon') },
]

function days(length: number) {
  return { length, unit: 'DAY' as const }
}

function workingDays(length: number) {
  return { length, unit: 'WORKING_DAY' as const }
}

function months(length: number) {
  return { length, unit: 'MONTH' as const }
}

function named(nameDa: string, nameEn: string) {
  return { nameDa, nameEn }
}
