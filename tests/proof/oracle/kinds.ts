import { target } from '@/tests/probes/people'
import { cleared } from './grants'
import { all, both, inReach, type Rules } from './rules'

/** Files by kind: a letter is its person's; a print file holds everybody of a run; what was sent in is its sender's. */
const files: Record<string, Rules> = {
  letter: { select: both(inReach('letter.open'), (asker, row) => !['P1', 'P2'].includes(target(row).protection) || cleared(asker, 'PROTECTED_ADDRESS')) },
  print: { select: all('outreach.print') },
  partnership: { select: all('association.read') }, receipt: { select: all('volunteer.read') },
  'subject-export': { select: both(inReach('subject.export'), (asker, row) => !['P1', 'P2'].includes(target(row).protection) || cleared(asker, 'PROTECTED_ADDRESS')) },
  import: { select: both(all('import.run'), (asker, row) => asker === row), insert: both(all('import.run'), (asker, row) => asker === row), delete: both(all('import.run'), (asker, row) => asker === row) },
}

/** What was changed about somebody: old addresses are as closed as the table they stood in. */
const history: Record<string, Rules> = {
  person: { select: inReach('person.read') },
  address: { select: both(inReach('person.read.address'), (asker, row) => !['P1', 'P2'].includes(target(row).protection) || cleared(asker, 'PROTECTED_ADDRESS')) },
  protected_address: { select: both(inReach('person.read.address'), (asker, row) => !['P1', 'P2'].includes(target(row).protection) || cleared(asker, 'PROTECTED_ADDRESS')) },
}
/** Tables whose rows answer by what they are. */
export const byKind: Record<string, Record<string, Rules>> = { stored_file: files, field_history: history }
