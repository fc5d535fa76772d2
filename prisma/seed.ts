import { now } from '@/lib/platform/clock'
import { type Day, dayOf, momentAt } from '@/lib/platform/day'
import { ownerClient } from './client'
import { loadAccounts } from './demo/accounts'
import { loadAssignments } from './demo/assignments'
import { loadChanges } from './demo/changes'
import { loadDuplicates } from './demo/duplicates'
import { loadEvents } from './demo/events'
import { makeEverybody } from './demo/everybody'
import { loadHistory } from './demo/load-history'
import { loadLog } from './demo/log/load'
import { loadPeople } from './demo/load-people'
import { loadRuns, loadTemplates } from './demo/load-runs'
import { loadJobRuns } from './demo/job-runs'
import { loadMails } from './demo/mails'
import { seedMunicipality } from './demo/municipality'
import { loadOldCasework } from './demo/old-casework'
import { loadOffers } from './demo/offers'
import { loadProtection } from './demo/protection'
import { REGISTER_FOLDER, writeRegisterFile } from './demo/register-file'
import { loadSlots } from './demo/slots'
import { seedUsers } from './demo/users'
import { loadCaseSharing } from './demo/case-sharing'
import { loadReferrals } from './demo/referrals'
import { loadCases } from './demo/cases'
import { loadContactKinds } from './demo/contact-kinds'
import { loadContacts } from './demo/contacts'
import { loadPlans } from './demo/plans'
import { loadAbsences } from './demo/absences'
import { loadNotes } from './demo/notes'
import { loadMeetings } from './demo/meetings'
import { loadStandardTexts } from './demo/standard-texts'
import { loadContactTies } from './demo/contact-ties'
import { loadProgress } from './demo/progress'
import { loadTasks } from './demo/tasks'
import { loadCompanions } from './demo/volunteers/companions'
import { loadVolunteers } from './demo/volunteers/load'
import { loadMatches } from './demo/volunteers/matches'
import { loadMatchMeetings } from './demo/volunteers/meetings'
import { loadRequests } from './demo/volunteers/requests'
import { loadTown } from './demo/town/load'
import { loadConsents } from './demo/consents'
import { loadReviews } from './demo/reviews'
import { beginning } from './demo/veterans'
import type { PrismaClient } from './generated/client'
import { loadReference } from './reference'

type Log = (line: string) => void

/** The veterans and everything around them, or with the casework of the whole municipality beside: forty caseworkers and 4,000 cases. What the tests stand on is the first. */
export type Extent = 'veterans' | 'municipality'

/**
 * The demo municipality as it stands on `today`, and this year's register file to import in `folder`. Leaves a database that already has
 * users as it is, and refuses production.
 */
export async function seedDemo(ownerUrl: string, log: Log = () => {}, today: Day = dayOf(now()), folder: string = REGISTER_FOLDER, extent: Extent = 'veterans'): Promise<void> {
  if (process.env.NODE_ENV === 'production' && process.env.DEMO !== 'true') throw new Error('The demo is never loaded in production')
  const db = ownerClient(ownerUrl)
  try {
    await loadReference(db)
    if ((await db.user.count()) === 0) await load(db, log, today, folder, extent)
  } finally {
    await db.$disconnect()
  }
}

async function load(db: PrismaClient, log: Log, today: Day, folder: string, extent: Extent): Promise<void> {
  log('units, users and offers')
  const staff = await seedUsers(db, await seedMunicipality(db))
  await loadOffers(db, today)
  const { veterans, relatives, history, duplicates } = makeEverybody(today)
  log(`${veterans.length} veterans and ${relatives.length} relatives`)
  await loadPeople(db, today, veterans, relatives)
  await loadDuplicates(db, duplicates)
  await loadAssignments(db, today, veterans, staff)
  await loadChanges(db, today, veterans, relatives, staff.coordinator)
  log('two years of letters, replies and talks (the latest as PDF)')
  const templates = await loadTemplates(db, staff, momentAt(beginning(today), 9))
  await loadRuns(db, history.runs, staff, templates)
  await loadHistory(db, today, history.lives, staff, templates.versions, await loadSlots(db, today, history.takenSlots, staff))
  await loadEvents(db, today, history.lives, relatives, staff)
  await loadMails(db, today)
  await loadJobRuns(db)
  await loadProtection(db, today, staff)
  await loadReviews(db, today, staff)
  await loadConsents(db, today, staff)
  await loadContactKinds(db, today)
  await loadContacts(db, today, staff)
  await loadStandardTexts(db, staff)
  await loadTasks(db, today, staff)
  await loadCases(db, today, staff)
  await loadNotes(db, today, staff)
  await loadAbsences(db, today, staff)
  await loadContactTies(db, today, staff)
  await loadPlans(db, today)
  await loadCaseSharing(db, today, staff)
  await loadMeetings(db, today, staff)
  await loadProgress(db, today)
  await loadVolunteers(db, today, extent === 'municipality' ? 400 : 30)
  await loadRequests(db, today, extent === 'municipality' ? 120 : 14, staff)
  await loadMatches(db, today, extent === 'municipality' ? { running: 150, ended: 60 } : { running: 5, ended: 3 }, staff)
  await loadMatchMeetings(db, today)
  await loadCompanions(db, today, staff)
  await loadReferrals(db, today, staff)
  await loadLog(db, today, history, staff)
  if (extent === 'municipality') {
    log('forty caseworkers, 4,000 cases and two years of contacts')
    await loadTown(db, today, staff, new Set([...veterans, ...relatives].flatMap(({ cpr }) => cpr ?? [])))
  }
  // Of people nobody else has become responsible for.
  await loadOldCasework(db, staff, today)
  await loadAccounts(db, today, staff.manager)
  log(`register file of this year: ${writeRegisterFile(today, veterans, folder)}`)
}
