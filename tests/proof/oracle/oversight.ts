import { all, both, either, inReach, officer, others, type Rules } from './rules'

/** What each table opens, to whom: the log, what is kept and for how long, and what went wrong. */
export const tablesOfOversight: Record<string, Rules> = {
  subject_request: { select: either(inReach('subject.request'), officer), insert: either(inReach('subject.request'), (asker, row) => asker === 'officer' && row !== 'officer-kin'), update: either(inReach('subject.request'), officer) },
  // What was struck out is changed by whoever struck it: in the planted rows the colleague.
  subject_redaction: { select: inReach('subject.export'), insert: inReach('subject.export'), update: both(inReach('subject.export'), (asker) => asker === 'colleague'), delete: inReach('subject.export') },
  // Whoever told of one sees that it was told. The planted one is the colleague's.
  breach: { select: either(all('breach.manage'), (asker) => asker === 'colleague'), insert: all('breach.report'), update: all('breach.manage') },
  breach_subject: { select: either(all('breach.manage'), inReach('subject.export')) },
  processing_text: { select: all('processing.read'), update: all('processing.edit') },
  // Neither of oneself nor about one's own family.
  unusual_lookup: { select: both(all('audit.review'), others), update: both(all('audit.review'), others) },
  unusual_verdict: { select: both(all('audit.review'), others), insert: both(all('audit.review'), others) },
  // The records of processing say how long each kind is kept.
  retention_rule: { select: either(all('retention.read'), all('processing.read')), update: all('retention.manage') },
  retention_run: { select: all('retention.read'), update: either(all('retention.manage'), all('retention.approve')) },
  retention_item: { select: all('retention.read') },
  retention_tombstone: { select: all('retention.read') },
  legal_hold: { select: either(inReach('retention.hold'), officer), insert: either(inReach('retention.hold'), (asker, row) => asker === 'officer' && row !== 'officer-kin'), update: either(inReach('retention.hold'), officer) },
  stored_file: {},
  audit_event: { select: all('audit.read') },
  audit_subject: { select: all('audit.read') },
  audit_seal: { select: all('audit.read') },
  audit_prune: { select: all('audit.read') },
  audit_check: { select: all('audit.read') },
}
