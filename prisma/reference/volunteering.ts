/** What the municipality’s volunteers can be. Its own list: added to, renamed and retired, never read from here by the application. */
export const VOLUNTEER_ROLES = [
  { code: 'mentor', nameDa: 'Mentor', nameEn: 'Mentor', descriptionDa: 'Du følger ét menneske over tid: samtaler, praktiske ting, en vej ind i job eller uddannelse.', descriptionEn: 'You follow one person over time: talks, practical things, a way into work or education.', papers: ['criminal-record'], course: true },
  { code: 'companion', nameDa: 'Bisidder', nameEn: 'Companion', descriptionDa: 'Du går med til et møde med kommunen, lytter med og hjælper med at huske bagefter.', descriptionEn: 'You come along to a meeting with the municipality, listen, and help remember afterwards.', papers: ['criminal-record'], course: true },
  { code: 'host', nameDa: 'Vært for nye borgere', nameEn: 'Host for newcomers', descriptionDa: 'Du viser byen frem, og du er en, man kan spørge, den første tid.', descriptionEn: 'You show the town around, and are somebody to ask in the first months.', papers: ['criminal-record'], course: false },
  { code: 'friend-family', nameDa: 'Venskabsfamilie', nameEn: 'Friend family', descriptionDa: 'Din familie og en ny familie ses til mad, leg og højtider.', descriptionEn: 'Your family and a new family meet for meals, play and holidays.', papers: ['criminal-record', 'child-certificate'], course: false },
  { code: 'peer', nameDa: 'Veteran for veteran', nameEn: 'Veteran for veterans', descriptionDa: 'Du har selv været udsendt og vil tale med en, der også har.', descriptionEn: 'You have been deployed yourself and will talk with somebody who has too.', papers: ['criminal-record'], course: true },
  { code: 'homework', nameDa: 'Lektiehjælper', nameEn: 'Homework help', descriptionDa: 'Du hjælper børn og unge med lektier en fast eftermiddag.', descriptionEn: 'You help children and young people with homework on a steady afternoon.', papers: ['child-certificate'], course: false },
  { code: 'visitor', nameDa: 'Besøgsven', nameEn: 'Visiting friend', descriptionDa: 'Du kommer på besøg hos en, der er meget alene.', descriptionEn: 'You visit somebody who is much alone.', papers: ['criminal-record'], course: false },
].map((role, position) => ({ ...role, position }))

/** Two years is the municipality’s own choice; the law says that certificates are asked for, and not how often. */
export const VOLUNTEER_PAPER_KINDS = [
  { code: 'confidentiality', nameDa: 'Tavshedserklæring', nameEn: 'Declaration of confidentiality', months: null, everybody: true },
  { code: 'criminal-record', nameDa: 'Straffeattest', nameEn: 'Criminal record certificate', months: 24, everybody: false },
  { code: 'child-certificate', nameDa: 'Børneattest', nameEn: 'Child certificate', months: 24, everybody: false },
].map((kind, position) => ({ ...kind, position }))

/** Kinds of groups (001, 004: experience meetings, relatives, veterans among themselves, student ambassadors for pupils); the municipality’s own list from then on. */
export const VOLUNTEER_GROUP_KINDS = [
  { code: 'experience', nameDa: 'Erfaringsmøder for frivillige', nameEn: 'Experience meetings for volunteers', aboutDa: 'Frivillige mødes om det, de oplever.', aboutEn: 'Volunteers meet about what they live through.', citizens: false },
  { code: 'relatives', nameDa: 'Pårørendegruppe', nameEn: 'Relatives’ group', aboutDa: 'For dem, der står en veteran eller en anden borger nær.', aboutEn: 'For those close to a veteran or another citizen.', citizens: true },
  { code: 'veterans', nameDa: 'Veteraner for veteraner', nameEn: 'Veterans for veterans', aboutDa: 'Veteraner mødes med andre, der har været udsendt.', aboutEn: 'Veterans meet others who have been deployed.', citizens: true },
  { code: 'student-ambassadors', nameDa: 'Studenterambassadører for elever', nameEn: 'Student ambassadors for pupils', aboutDa: 'Studerende fortæller elever om vejen ind i uddannelse.', aboutEn: 'Students tell pupils of the way into education.', citizens: true },
].map((kind, position) => ({ ...kind, position }))

/** What is free of tax in own vehicle. Whether the municipality pays as much is its own choice: a rate of its own is a row with a later day. The lower one beyond 20,000 km a year is not among them. */
const TAX = 'Skatterådets satser for skattefri befordringsgodtgørelse'
export const EXPENSE_RATES = [
  { kind: 'car', validFrom: '2025-01-01', perKm: 381, source: `${TAX} 2025` }, { kind: 'car', validFrom: '2026-01-01', perKm: 394, source: `${TAX} 2026` },
  { kind: 'cycle', validFrom: '2025-01-01', perKm: 63, source: `${TAX} 2025` }, { kind: 'cycle', validFrom: '2026-01-01', perKm: 64, source: `${TAX} 2026` },
]

/** Once a year (001: dialogue with the associations); the municipality’s own choice. */
export const ASSOCIATION_RULES = [
  { code: 'association-dialogue', ruleSet: 'associations-1', source: 'Frivilligpolitikken: årligt dialogmøde (forslag fra leverandøren)', trigger: 'dialogue-held', roll: 'none', population: 'association', length: 12, unit: 'MONTH' as const, validFrom: '2000-01-01', validTo: null, nameDa: 'Årligt dialogmøde med en forening', nameEn: 'Yearly dialogue meeting with an association' },
]

const ROUTINE = { ruleSet: 'volunteering-1', source: 'Frivilligkoordinatorens arbejdsgang (forslag fra leverandøren)', roll: 'next-working-day', population: 'volunteer', validFrom: '2000-01-01', validTo: null }
export const VOLUNTEER_RULES = [
  { ...ROUTINE, code: 'volunteer-talk', trigger: 'interest-received', length: 14, unit: 'DAY' as const, nameDa: 'Samtale med en ny frivillig', nameEn: 'Talk with a new volunteer' },
  { ...ROUTINE, code: 'volunteer-clear', trigger: 'talk-held', length: 30, unit: 'DAY' as const, nameDa: 'Papirer og kursus på plads', nameEn: 'Papers and course in place' },
  { ...ROUTINE, code: 'volunteer-start', trigger: 'cleared', length: 14, unit: 'DAY' as const, nameDa: 'En godkendt frivillig kommer i gang', nameEn: 'A cleared volunteer begins' },
  // domain §7 (Stevns): after a week, a month, then every third month.
  { ...ROUTINE, code: 'match-first', trigger: 'match-started', length: 7, unit: 'DAY' as const, nameDa: 'Første opfølgning på et match', nameEn: 'First follow-up of a match' },
  { ...ROUTINE, code: 'match-second', trigger: 'match-started', length: 1, unit: 'MONTH' as const, nameDa: 'Anden opfølgning på et match', nameEn: 'Second follow-up of a match' },
  { ...ROUTINE, code: 'match-again', trigger: 'match-followed-up', length: 3, unit: 'MONTH' as const, nameDa: 'Løbende opfølgning på et match', nameEn: 'Continuing follow-up of a match' },
  // Not a deadline of its own: how long before its last day a paper is asked for again.
  { ...ROUTINE, code: 'volunteer-renewal', trigger: 'paper-expires', roll: 'none', length: 60, unit: 'DAY' as const, nameDa: 'Ny attest i god tid', nameEn: 'A new certificate in good time' },
  // What the volunteer alone can do is reminded of by mail, never more often than once a week; and how long a question waits before it is.
  { ...ROUTINE, code: 'volunteer-remind', trigger: 'volunteer-reminded', roll: 'none', length: 7, unit: 'DAY' as const, nameDa: 'Tid mellem to påmindelser til en frivillig', nameEn: 'Time between two reminders to a volunteer' },
  { ...ROUTINE, code: 'volunteer-answer', trigger: 'volunteer-asked', roll: 'none', length: 3, unit: 'DAY' as const, nameDa: 'Påmindelse om et spørgsmål uden svar', nameEn: 'Reminder of a question without an answer' },
]
