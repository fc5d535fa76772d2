import type pg from 'pg'
import { fingerprint } from '@/lib/messaging/templates/fingerprint'
import type { Fields } from './action-forms'
import { target } from './people'
import { readyRuns } from './ready-runs'
import { readyVolunteers } from './ready-volunteers'
import type { World } from './world'
import { speaksForNobody, speaksForOurs } from './world-ties'

export type From<T> = (world: World, db: pg.Client) => T | Promise<T>
/** What an action needs beyond the probes' register to do its work: who asks, rows as they must stand, other forms that are sent before, and then ids and words. */
export type Ready = { as?: string; sql?: (world: World) => string; first?: readonly string[]; ids?: From<Record<string, string>>; fields?: From<Fields>; file?: [string, Buffer][]; /** Its form carries no id. */ bare?: true }

export const ordinary = target('ordinary').id
export const rowOf = (world: World, table: string, key = 'ordinary') => String(world.rows.get(table)?.get(key)?.id)
const newest = (table: string, field: string, order: string): Ready['ids'] => async (_world, db) => ({ [field]: String((await db.query(`SELECT id FROM ${table} ORDER BY ${order} DESC LIMIT 1`)).rows[0]?.id) })
const words = (...fields: Fields): Ready['fields'] => () => fields
const unit = "(SELECT unit_id FROM app_user WHERE email = 'leder@demo.invalid')"
/** Of the unit whose manager decides. */
const inUnit = ({ users }: World) => `UPDATE app_user SET unit_id = ${unit} WHERE id = '${users.away}'`
const caseInUnit = (world: World) => `UPDATE case_file SET unit_id = ${unit} WHERE id = '${rowOf(world, 'case_file')}'; UPDATE assignment SET to_day = NULL WHERE id = '${rowOf(world, 'assignment')}';
  INSERT INTO assignment (person_id, user_id, reason, from_day, case_id, case_role) VALUES ('${ordinary}', '${world.users.colleague}', 'case', current_date, '${rowOf(world, 'case_file')}', 'coordinator')`
/** Referred to the unit of whoever answers, with a consent that holds. */
const referredTo = (name: string) => ({ users }: World) => `WITH said AS (INSERT INTO consent (person_id, purpose, fields, recipient_unit_id, how, wording, given_on, expires_on, recorded_by) SELECT '${ordinary}', 'referral', '{contact}', u.unit_id, 'written', 'Vi må fortælle det', current_date, current_date + 30, '${users.colleague}' FROM app_user u WHERE u.id = '${users[name]}' RETURNING id, person_id, recipient_unit_id)
  INSERT INTO referral (person_id, consent_id, to_kind, to_unit_id, why, answer_by, sent_by, sent_at) SELECT person_id, id, 'unit', recipient_unit_id, 'Prøve', current_date + 5, '${users.colleague}', now() + interval '1 second' FROM said`
const takenOn = () => `INSERT INTO referral_step (referral_id, person_id, number, step, said, recorded_by) SELECT r.id, r.person_id, 1, 'accepted', 'told', r.sent_by FROM referral r WHERE r.person_id = '${ordinary}' AND NOT EXISTS (SELECT 1 FROM referral_step s WHERE s.referral_id = r.id)`
/** Somebody who is found by the name and the day that the forms hold. */
const findable = (key: string) => () => `UPDATE person SET first_name = 'Prøve', last_name = 'Prøvesen', birth_date = '1978-01-12' WHERE id = '${target(key).id}'`
const user = (name: string, ...fields: string[]): Ready['ids'] => ({ users }) => Object.fromEntries(fields.map((field) => [field, users[name] ?? '']))
const wish = () => `INSERT INTO wish (person_id, kind, given_on, source) VALUES ('${ordinary}', 'NEVER', current_date, 'staff')`
/** At night: two hours before now it met one of the demo's own at nine in the morning. */
const begun = (world: World) => `UPDATE talk_slot SET starts_at = '2026-01-10 03:00+01', ends_at = '2026-01-10 03:30+01' WHERE id = (SELECT slot_id FROM talk WHERE id = '${rowOf(world, 'talk')}')`
/** A meeting with a companion that has begun. */
const begunMeeting = (world: World) => `UPDATE companion_meeting SET starts_at = '2026-01-10 09:00+01', ends_at = '2026-01-10 10:00+01' WHERE id = '${rowOf(world, 'companion_meeting')}'`
const batchIn = (state: string, more = '') => ({ batch }: World) => `UPDATE import_batch SET state = '${state}'${more} WHERE id = '${batch}'`
const protectedRow: Ready['ids'] = (world) => ({ personId: target('protected').id, row: rowOf(world, 'person_protection', 'protected') })
const unmarked = (world: World) => `DELETE FROM meeting_minute WHERE item_id = '${rowOf(world, 'meeting_item')}'`
const file = Buffer.from('Fornavn;Efternavn\nPrøve;Prøvesen\n')
const draft = '019a0000-0000-7000-8000-0000000c0009'

/** Seen by whoever approves it, with its receipt, and written by the volunteer. */
const handedIn = ({ expense }: World) => `UPDATE volunteer_expense SET entered_by = NULL WHERE id = '${expense}'`
/** A login by an address that whoever leads volunteers wrote, of somebody who helps. */
const askedLogin = ({ volunteer }: World) => `UPDATE volunteer_login_request SET email = 'ask@probe.invalid' WHERE volunteer_id = '${volunteer}'; UPDATE volunteer SET email = 'ask@probe.invalid' WHERE id = '${volunteer}'; INSERT INTO volunteer_step (volunteer_id, number, step, on_day) VALUES ('${volunteer}', 2, 'active', current_date)`

export const ready: Record<string, Ready> = {
  ...readyRuns, ...readyVolunteers,
  createPerson: { bare: true }, startFeed: { bare: true }, startOwnFeed: { as: 'volunteer', bare: true }, endOwnFeed: { as: 'volunteer' },
  attest: { sql: inUnit }, takeRight: { sql: inUnit, fields: words(['right', 'role:VETERAN_COORDINATOR']) }, approveRight: { sql: inUnit }, refuseRight: { sql: inUnit },
  choosePassword: { sql: ({ users }) => `INSERT INTO user_invitation (user_id, token_hash, expires_at) VALUES ('${users.away}', sha256('Zm9ya2VydGZvcmtlcnRmb3JrZXJ0Zm9ya2VydGZvcms'), now() + interval '1 day')`, fields: words(['password', 'syv grønne heste i regn'], ['again', 'syv grønne heste i regn']) },
  askForLink: { fields: words(['email', 'frivillig@demo.invalid']) },
  signInByLink: { sql: () => `INSERT INTO user_invitation (user_id, token_hash, expires_at) SELECT id, sha256('Zm9ya2VydGZvcmtlcnRmb3JrZXJ0Zm9ya2VydGZvcm1'), now() + interval '1 day' FROM app_user WHERE email = 'frivillig@demo.invalid'`, fields: words(['token', 'Zm9ya2VydGZvcmtlcnRmb3JrZXJ0Zm9ya2VydGZvcm1']) },
  // Covered by somebody else, of the same unit.
  planAbsence: { ids: (world) => ({ all: world.users.colleague ?? '' }) },
  settleConcern: { ids: (world) => ({ concernId: rowOf(world, 'volunteer_match_concern') }) },
  // The planted course was; one's own seat is at one to come.
  takeOwnSeat: { as: 'volunteer', sql: ({ course }) => `UPDATE volunteer_course SET on_day = current_date + 30 WHERE id = '${course}'` }, giveUpOwnSeat: { as: 'volunteer', first: ['takeOwnSeat'] },
  changeOwnTimes: { as: 'volunteer', fields: words(['times', '1-evening']) },
  giveLogin: { sql: ({ volunteer }) => `UPDATE volunteer SET email = 'prove@probe.invalid' WHERE id = '${volunteer}'; INSERT INTO volunteer_step (volunteer_id, number, step, on_day) VALUES ('${volunteer}', 2, 'active', current_date)` }, endLogin: { first: ['giveLogin'] },
  approveLogin: { as: 'administrator', sql: askedLogin }, refuseLogin: { as: 'administrator', sql: askedLogin },
  forgotPassword: { fields: words(['email', 'sagsbehandler@demo.invalid']) },
  reviewReason: { sql: (world) => `UPDATE access_reason SET verdict = NULL, reviewed_by = NULL, reviewed_at = NULL, review_note = NULL, sampled_at = now(), user_id = '${world.users.colleague}' WHERE id = '${rowOf(world, 'access_reason')}'`, ids: (world) => ({ id: rowOf(world, 'access_reason') }) },
  removeFactor: { sql: ({ users }) => `INSERT INTO second_factor (user_id, secret, confirmed_at) VALUES ('${users.away}', 'probe', now())` },
  closeUnit: { first: ['createUnit'], ids: newest('unit', 'unitId', 'id') },
  moveStaff: { first: ['createUnit'], ids: async (_world, db) => ({ unitId: String((await db.query(`SELECT ${unit} AS id`)).rows[0].id), toId: String((await db.query('SELECT id FROM unit ORDER BY id DESC LIMIT 1')).rows[0].id) }) },
  giveCase: { sql: caseInUnit, ids: user('coordinator', 'userId') }, openCase: { ids: () => ({ userId: '' }) }, openCaseAgain: { first: ['closeCase'], fields: words(['number', '2']) },
  addToCase: { as: 'colleague', sql: caseInUnit, ids: user('coordinator', 'userId') }, leaveCase: { as: 'colleague', first: ['addToCase'], ids: user('coordinator', 'userId') },
  askTransfer: { as: 'colleague', sql: caseInUnit, fields: ({ users }) => [['to', `user:${users.coordinator}`]] },
  revokeTransfer: { as: 'colleague', first: ['askTransfer'], ids: newest('case_transfer', 'transferId', 'asked_at') },
  acceptTransfer: { as: 'coordinator', first: ['askTransfer'], ids: newest('case_transfer', 'transferId', 'asked_at') }, refuseTransfer: { as: 'coordinator', first: ['askTransfer'], ids: newest('case_transfer', 'transferId', 'asked_at') },
  refer: { as: 'colleague', ids: () => ({ consentId: '' }), fields: async ({ users }, db) => [['to', `unit:${(await db.query('SELECT unit_id FROM app_user WHERE id = $1', [users.caseworker])).rows[0].unit_id}`], ['how', 'written'], ['shown', 'contact'], ['nextOn.day', ''], ['nextOn.month', ''], ['nextOn.year', ''], ['nextStep', '']] },
  noteReferralAnswer: { as: 'colleague', ids: (world) => ({ referralId: rowOf(world, 'referral') }) }, finishReferral: { as: 'colleague', sql: takenOn, ids: (world) => ({ referralId: rowOf(world, 'referral') }) },
  answerReceived: { as: 'caseworker', sql: referredTo('caseworker'), ids: newest('referral', 'receivedId', 'sent_at') }, finishReceived: { as: 'caseworker', sql: (world) => `${referredTo('caseworker')(world)}; ${takenOn()}`, ids: newest('referral', 'receivedId', 'sent_at') },
  restoreView: { as: 'colleague', first: ['deleteView'] },
  reassignCases: { sql: caseInUnit, ids: user('colleague', 'userId'), fields: (world) => [['move', `${rowOf(world, 'case_file')}:${world.users.coordinator}`]] },
  undoReassign: { first: ['reassignCases'], ids: user('colleague', 'userId'), fields: async (world, db) => [['moment', String((await db.query(`SELECT to_char(max(created_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM assignment WHERE case_id = $1`, [rowOf(world, 'case_file')])).rows[0].at)]] },
  restoreContact: { first: ['redactContact'] }, reviveStandardText: { first: ['retireStandardText'] }, reviveTopic: { first: ['retireTopic'] }, reviveKind: { first: ['retireKind'] }, reviveScale: { first: ['retireScale'] }, reviveEntry: { first: ['retireEntry'] },
  remarkContact: { sql: (world) => `UPDATE contact SET recorded_by = '${world.users.coordinator}' WHERE id = '${rowOf(world, 'contact')}'` },
  callMeeting: { ids: user('coordinator', 'participants') }, moveMeeting: { ids: user('coordinator', 'participants') }, cancelMeeting: { sql: () => 'DELETE FROM meeting_minute' }, callMeetingAgain: { sql: () => 'DELETE FROM meeting_minute', first: ['cancelMeeting'] },
  markForMeeting: { as: 'colleague', sql: (world) => `${unmarked(world)}; DELETE FROM meeting_item WHERE id = '${rowOf(world, 'meeting_item')}'; ${caseInUnit(world)}` }, takeOffMeeting: { sql: unmarked },
  followMethod: { ids: async (_world, db) => ({ methodVersionId: String((await db.query("SELECT v.id FROM method_version v JOIN method m ON m.id = v.method_id WHERE m.code <> 'naeste-skridt' AND m.retired_on IS NULL ORDER BY v.number DESC, m.code LIMIT 1")).rows[0]?.id) }) },
  takeBackMove: { first: ['tickCriterion'], fields: async (world, db) => [['of', String((await db.query('SELECT max(number) AS number FROM case_move WHERE case_id = $1', [rowOf(world, 'case_file')])).rows[0].number)]] },
  reviveMethod: { first: ['retireMethod'] },
  takeGoalUp: { first: ['reachGoal'], fields: words(['version', '2']) },
  makeTaskOfAgreement: { sql: (world) => `DELETE FROM task WHERE source_id = '${rowOf(world, 'plan_agreement')}'; UPDATE plan_agreement SET who = 'staff' WHERE id = '${rowOf(world, 'plan_agreement')}'` },
  holdCompanionMeeting: { sql: begunMeeting }, followUpCompanion: { sql: begunMeeting, first: ['holdCompanionMeeting'] },
  leaveAsVolunteer: { first: ['joinAsVolunteer'] }, leaveAsCitizen: { first: ['joinAsCitizen'] },
  requestVolunteer: { ids: () => ({ wish: '' }), fields: words(['since.year', '2026']) },
  takeStep: { fields: words(['on.year', '2026'], ['until.day', '12'], ['until.month', '1'], ['until.year', '2027']) }, recordPaper: { fields: words(['on.year', '2026'], ['expires.day', ''], ['expires.month', ''], ['expires.year', '']) }, logTraining: { fields: words(['on.year', '2026']) },
  ...Object.fromEntries(['changeOwnAssociation', 'addOwnContact', 'endOwnContact'].map((name) => [name, { as: 'association', sql: speaksForOurs }])),
  tieRepresentative: { sql: speaksForNobody, ids: user('association', 'userId') },
  addSignedFile: { file: [['signed', Buffer.from('%PDF-1.7\nPrøve\n%%EOF')]] },
  thankVolunteer: { fields: words(['on.year', '2026']) }, celebrateVolunteer: { sql: ({ volunteer }) => `INSERT INTO volunteer_step (volunteer_id, number, step, on_day) VALUES ('${volunteer}', 50, 'active', '2024-01-10')` }, takeSeat: { sql: () => 'DELETE FROM volunteer_seat' },
  sendOwnExpense: { as: 'volunteer', fields: words(['on.year', '2026']), file: [['photo', Buffer.from('%PDF-1.7\nPrøve\n%%EOF')]] },
  enterExpense: { fields: words(['on.year', '2026']) }, addReceipt: { file: [['photo', Buffer.from('%PDF-1.7\nPrøve\n%%EOF')]], sql: (world) => `DELETE FROM expense_receipt WHERE expense_id = '${world.expense}'; UPDATE volunteer_expense SET entered_by = '${world.users['volunteer lead']}' WHERE id = '${world.expense}'` }, approveExpense: { as: 'volunteer lead', sql: handedIn }, payExpense: { fields: words(['on.year', '2026']), sql: (world) => `INSERT INTO volunteer_expense_step (expense_id, number, state, on_day, recorded_by) VALUES ('${world.expense}', 2, 'approved', '2026-01-11', '${world.users.manager}')` },
  addPartnership: { fields: words(['review.day', ''], ['review.month', ''], ['review.year', '']) },
  letTaskGo: { as: 'colleague', sql: (world) => `UPDATE task SET owner_id = '${world.users.colleague}' WHERE id = '${rowOf(world, 'task')}'` }, reopenTask: { first: ['finishTask'] },
  approveDraft: { as: 'coordinator', first: ['startDraft'], ids: newest('letter_template_version', 'versionId', "status = 'DRAFT' DESC, created_at") }, discardDraft: { first: ['startDraft'], ids: newest('letter_template_version', 'versionId', "status = 'DRAFT' DESC, created_at") },
  saveDraft: {
    sql: ({ users }) => `INSERT INTO letter_template_version (id, template_id, language, version, title, blocks, declared_fields, created_by) SELECT '${draft}', template_id, language, 99, 'Prøve', '[]', '{}', '${users.colleague}' FROM letter_template_version LIMIT 1`,
    ids: () => ({ versionId: draft }), fields: words(['seen', fingerprint('Prøve', [])], ['title', 'Prøvens nye titel'], ['do', 'keep']),
  },
  closeSlot: { as: 'colleague', sql: ({ users }) => `INSERT INTO talk_slot (id, user_id, starts_at, ends_at, place) VALUES ('019a0000-0000-7000-8000-0000000c0002', '${users.colleague}', now() + interval '90 days', now() + interval '90 days 30 minutes', 'Rådhuset')`, ids: () => ({ slotId: '019a0000-0000-7000-8000-0000000c0002' }) },
  // Taken back for some minutes only: a figure that runs for an hour must have it recorded anew.
  withdrawAttempt: { sql: (world) => `SET session_replication_role = 'replica'; UPDATE attempt SET recorded_at = now() WHERE id = '${rowOf(world, 'attempt')}'; SET session_replication_role = 'origin'` },
  talkHeld: { sql: begun }, talkNoShow: { sql: begun },
  completeTask: { sql: (world) => `UPDATE outreach_task SET kind = 'BY_HAND' WHERE id = '${rowOf(world, 'outreach_task')}'` }, endWish: { sql: wish }, reconsider: { sql: wish }, undoReturn: { first: ['returnLetter'] },
  authorityTold: { sql: ({ breach }) => `UPDATE breach SET found_at = '2026-01-01', aware_at = '2026-01-01' WHERE id = '${breach}'`, fields: words(['lateReason', 'Prøvens egen grund']) },
  closeBreach: { sql: ({ breach }) => `UPDATE breach SET risk = 'NONE' WHERE id = '${breach}'` },
  breakGlass: { as: 'colleague', sql: findable('refugee'), fields: words(['cpr', ''], ['name', 'Prøve Prøvesen'], ['hours', '4']) },
  endGlass: { as: 'colleague', sql: (world) => `UPDATE break_glass SET user_id = '${world.users.colleague}' WHERE id = '${rowOf(world, 'break_glass')}'`, ids: (world) => ({ id: rowOf(world, 'break_glass') }) }, reviewGlass: { sql: (world) => `UPDATE break_glass SET verdict = NULL, reviewed_by = NULL, reviewed_at = NULL, user_id = '${world.users.colleague}' WHERE id = '${rowOf(world, 'break_glass')}'`, ids: (world) => ({ id: rowOf(world, 'break_glass') }) },
  placeHold: { sql: findable('second') }, registerRequest: { sql: findable('second') },
  endOwnRelation: { ids: (world) => ({ userId: world.users.coordinator ?? '', relationId: rowOf(world, 'staff_relation', 'declared') }) },
  proposeRetention: { sql: () => "UPDATE retention_run SET state = 'CANCELLED', cancelled_by = proposed_by WHERE state IN ('PROPOSED', 'APPROVED')" },
  extendRequest: { sql: (world) => `UPDATE subject_request SET received_on = current_date, due_on = current_date + 30 WHERE id = '${rowOf(world, 'subject_request')}'` },
  makeExport: { sql: (world) => `UPDATE subject_request SET person_id = (SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL WHERE p.protection = 'P0' AND p.merged_into_id IS NULL AND p.first_name NOT LIKE 'Zq%' AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.person_id = p.id) AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.person_id = p.id) AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id) ORDER BY p.id LIMIT 1) WHERE id = '${rowOf(world, 'subject_request')}'` },
  undoMerge: { first: ['mergePair'], ids: newest('person_merge', 'mergeId', 'merged_at') },
  liftProtection: { as: 'colleague', ids: protectedRow }, restateProtection: { as: 'colleague', ids: protectedRow },
  // Another sheet is read where every row of the first may be seen.
  readSheet: { sql: ({ batch }) => `UPDATE stored_file SET bytes = '\\x${file.toString('hex')}' WHERE id = (SELECT file_id FROM import_batch WHERE id = '${batch}'); DELETE FROM import_row WHERE batch_id = '${batch}'` },
  saveColumns: { sql: batchIn('UPLOADED', `, columns = '["Fornavn", "Efternavn"]'`), fields: words(['column.firstName', '0'], ['column.lastName', '1']) },
  uploadRegister: { file: [['file', file]] },
  decideKind: { sql: ({ batch }) => `UPDATE import_row SET reason_codes = '{new-person}', decision = NULL WHERE batch_id = '${batch}'`, fields: words(['wanted', 'skip']) },
  undoImport: { sql: batchIn('CONFIRMED', ', confirmed_at = now()') }, workAgain: { sql: batchIn('PREVIEWING') },
  endAssignment: { ids: (world) => ({ personId: target('explained').id, row: rowOf(world, 'assignment', 'explained') }) },
  addRole: { fields: words(['kind', 'RELATIVE']) }, endRole: { sql: () => `INSERT INTO person_role (person_id, kind, from_day) VALUES ('${ordinary}', 'RELATIVE', '2026-01-01')` },
}
