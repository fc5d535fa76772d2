import 'server-only'
import { sampleReasons } from '@/lib/access/reasons/jobs'
import { sealLog, verifyLogJob } from '@/lib/audit/seals/jobs'
import { sendOutbox } from '@/lib/messaging/outbox/jobs'
import { remindEvents } from '@/lib/outreach/events/jobs'
import { clearPrintFiles } from '@/lib/outreach/letters/files/jobs'
import { freezeRunJob, sendRunJob } from '@/lib/outreach/runs/jobs'
import { clearContacts } from '@/lib/casework/contacts/redaction/jobs'
import { dailyTasks } from '@/lib/casework/tasks/jobs'
import { dailyOutreach } from '@/lib/outreach/tasks/jobs'
import { tellOfRights } from '@/lib/oversight/rights/jobs'
import { runRetention } from '@/lib/oversight/retention/jobs'
import { findUnusualJob } from '@/lib/oversight/unusual/jobs'
import { findDuplicatesJob } from '@/lib/people/duplicates/jobs'
import { confirmImport, previewImport, undoImport } from '@/lib/people/register-import/batch/jobs'
import { closeCompanions, tellCancelled } from '@/lib/volunteering/companions/jobs'
import { sendCheckIns, tellAlarm } from '@/lib/volunteering/follow-ups/check-ins/jobs'
import { tellOfLogin } from '@/lib/volunteering/logins/jobs'
import { askBoth, beginMatch, tellNothing, tellStarted } from '@/lib/volunteering/matching/asking/jobs'
import { remindOnPath } from '@/lib/volunteering/reminders/jobs'
import type { JobHandlers } from '@/lib/platform/jobs/handler'

/**
 * The one list of who does which job. It stands above the contexts because it reads from all of them; nothing reads from it but the
 * web process and the worker. A test compares it with the declared queues: no queue without a handler.
 */
export const handlers: JobHandlers = {
  'outbox.send': sendOutbox,
  'event.remind': remindEvents,
  'outreach.daily': dailyOutreach,
  'tasks.daily': dailyTasks(),
  'people.duplicates': findDuplicatesJob,
  'run.freeze': freezeRunJob,
  'run.send': sendRunJob(),
  'import.preview': previewImport,
  'import.confirm': confirmImport,
  'import.undo': undoImport,
  'audit.seal': sealLog(),
  'audit.verify': verifyLogJob(),
  'retention.run': runRetention(),
  'audit.unusual': findUnusualJob,
  'print.clear': clearPrintFiles(),
  'contact.clear': clearContacts(),
  'access.sample': sampleReasons(),
  'volunteer.ask': askBoth,
  'volunteer.start': beginMatch,
  'volunteer.started': tellStarted,
  'volunteer.no-match': tellNothing,
  'volunteer.check-in': sendCheckIns,
  'volunteer.path': remindOnPath,
  'volunteer.alarm': tellAlarm,
  'volunteer.login-asked': tellOfLogin,
  'right.asked': tellOfRights,
  'companion.cancelled': tellCancelled,
  'companion.daily': closeCompanions,
}
