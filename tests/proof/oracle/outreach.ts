import { target } from '@/tests/probes/people'
import { may, reaches } from './grants'
import { all, both, citizen, either, inReach, open, person, plain, type Rule, type Rules } from './rules'

const importer: Rule = (asker) => may(asker, 'import.run') && asker === 'colleague'
const rowOpen: Rule = (asker, row) => reaches(asker, row) || target(row).past === 'deleted'

/** What each table opens, to whom: letters, replies, talks and runs, and the offers and lists behind them. */
export const tablesOfOutreach: Record<string, Rules> = {
  letter: person('outreach.read', 'outreach.record'),
  // A new answer takes the place of the last one.
  reply: { ...person('outreach.read', 'outreach.record'), select: either(inReach('outreach.read'), citizen), insert: either(inReach('outreach.record'), citizen), update: either(inReach('outreach.record'), citizen) },
  wish: { ...person('outreach.read', 'outreach.record'), select: either(inReach('outreach.read'), citizen), insert: either(inReach('outreach.record'), citizen), update: either(inReach('outreach.record'), citizen) },
  attempt: person('outreach.read', 'outreach.record'),
  outreach_task: { ...person('outreach.read', 'outreach.record'), select: either(inReach('outreach.read'), citizen), insert: either(inReach('outreach.record'), citizen), update: either(inReach('outreach.record'), citizen) },
  talk: { select: either(inReach('outreach.read'), citizen), insert: either(inReach('outreach.record'), citizen), update: either(inReach('outreach.record'), citizen), delete: inReach('outreach.record') },
  invitation: { select: either(inReach('outreach.read'), citizen), insert: either(inReach('event.manage'), citizen), update: either(inReach('event.manage'), citizen), delete: inReach('event.manage') },
  outbox_message: person('outreach.read', 'outreach.record'),
  reply_code: { select: either(inReach('outreach.plan'), citizen), update: inReach('outreach.plan') },
  // Of those one reaches; the sum of a run, which must hold for whoever reads it, is asked of access.run_people.
  run_member: { ...person('outreach.read', 'outreach.plan'), insert: all('outreach.plan') },
  run_member_change: { select: inReach('outreach.read') },
  // What a row tells closes with its person; of whoever is gone it stays.
  import_row: { select: both(importer, rowOpen), insert: both(importer, rowOpen), update: both(importer, rowOpen), delete: both(importer, rowOpen) },
  run: plain('outreach.read', 'outreach.plan'),
  run_file: plain('outreach.read', 'outreach.plan'),
  run_text: plain('outreach.read', 'outreach.plan', 'update'),
  print_part: { select: all('outreach.read') },
  talk_slot: open(plain('outreach.read', 'talk.manage'), (asker) => asker === 'citizen'),
  year_event: open(plain('outreach.read', 'event.manage')),
  letter_template: plain('template.read', 'template.edit'),
  letter_template_version: plain('template.read', 'template.edit'),
  import_batch: plain('import.run', 'import.run'),
  job_run: { select: all('job.read') },
  partner: open(plain('offer.read', 'offer.manage')),
  offer: open(plain('offer.read', 'offer.manage')),
  municipality: open(plain('self', 'municipality.manage')),
  unit: open(plain('self', 'municipality.manage')),
  deadline_rule: open(plain('self', 'rule.manage')),
  closing_day: open(plain('self', 'rule.manage')),
}
