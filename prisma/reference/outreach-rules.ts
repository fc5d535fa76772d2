/**
 * The outreach deadlines the demo municipality begins with. They are rows of `deadline_rule`, changed by an administrator, never read
 * from here by the application. Lengths from Randers' veteran strategy (a letter at least once a year; stay persistent with the
 * vulnerable) and from the municipality's own working rules.
 */
export const OUTREACH_RULES = [
  rule('first-letter', 'registered', 30, 'DAY', 'veteran', 'Første brev', 'First letter'),
  rule('yearly-letter', 'letter-sent', 12, 'MONTH', 'veteran', 'Årligt brev', 'Yearly letter'),
  rule('pause-no-thanks', 'wish-given', 12, 'MONTH', 'veteran', 'Pause efter nej tak i år', 'Pause after no thanks this year'),
  rule('letter-after-pause', 'pause-ended', 30, 'DAY', 'veteran', 'Brev efter pause', 'Letter after a pause'),
  rule('reconsider-never', 'wish-given', 12, 'MONTH', 'veteran', 'Genovervej: ønsker aldrig brev', 'Reconsider: never wants letters'),
  rule('silence-phone', 'letter-sent', 21, 'DAY', 'vulnerable', 'Ring op efter tavshed', 'Call after silence'),
  rule('silence-other-channel', 'attempt-made', 14, 'DAY', 'vulnerable', 'Prøv en anden kanal', 'Try another channel'),
  rule('silence-home-visit', 'attempt-made', 14, 'DAY', 'vulnerable', 'Foreslå hjemmebesøg', 'Propose a home visit'),
  rule('returned-address', 'letter-returned', 1, 'WORKING_DAY', 'veteran', 'Find adresse efter returbrev', 'Find the address after a return'),
]

function rule(code: string, trigger: string, length: number, unit: 'DAY' | 'WORKING_DAY' | 'MONTH', population: string, nameDa: string, nameEn: string) {
  const source = 'Veteranpolitik for Randers Kommune, indsats "opsøgende kontakt"'
  return { code, ruleSet: 'outreach-1', nameDa, nameEn, source, trigger, length, unit, roll: 'none' as const, population, validFrom: '2000-01-01', validTo: null }
}
