/**
 * What a message is called outside the login, where a lock screen, an e-mail notice or a colleague may show it. A municipality can
 * choose other words; the check below holds for those too.
 */
export const NEUTRAL_LABELS = {
  da: { label: 'Brev fra kommunen', notification: 'Du har fået et brev fra kommunen.', document: 'Brev', reply: 'Svar på brevet', talk: 'Læg aftalen i din kalender', appointment: 'Aftale', companion: 'Du har ret til at have en bisidder med.' },
  en: { label: 'Letter from the municipality', notification: 'You have a letter from the municipality.', document: 'Letter', reply: 'Answer the letter', talk: 'Add to your calendar', appointment: 'Appointment', companion: 'You have the right to bring a companion.' },
} as const

/** Lower-case stems, in Danish and English, of words that say why somebody is written to. */
export const SENSITIVE_STEMS: readonly string[] = [
  'veteran', 'ptsd', 'traume', 'trauma', 'udsend', 'deploy', 'sårbar', 'vulnerab', 'psyk', 'psych', 'misbrug', 'abuse', 'diagnos', 'handicap', 'disab',
  'flygtning', 'refugee', 'asyl', 'integration', 'kontanthjælp', 'dagpenge', 'sygedagpenge', 'jobcenter', 'ledig', 'unemploy', 'benefit',
]
