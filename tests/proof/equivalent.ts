import type { Mutant } from './mutants'
import type { CodeMutant } from './mutate-code'

/** By what is weakened and where: why it changes nothing for anybody. Each is a statement about the code beside it, never about the tests. */
const reasons: readonly { of: RegExp; how: RegExp; reason: string }[] = [
  { of: /^(clearance|role_grant)\.core_not_own_update$/, how: /^WITH CHECK true$/, reason: 'whose right it is may be changed by nobody who is signed in, and USING asks it of the row as it was' },
  { of: /^app_user\.app_own_update$/, how: /^WITH CHECK true$/, reason: 'nobody who is signed in may change the column it asks about' },
  { of: /\.app_read$|^field_history\.history_read$|^person_merge\.merge_read$/, how: /^USING true for \( SELECT access\.may\('person\.read'::text/, reason: 'the person must be seen as well, and nothing else lets a person be seen' },
  { of: /^import_row\.import_row_own$/, how: /^(USING|WITH CHECK) true for \( SELECT access\.may\('import\.run'::text\)/, reason: 'the batch is looked for as whoever asks, and its own policy asks for the same right' },
  { of: /^task_event\.app_read$/, how: /^USING true for \( SELECT access\.may\('task\.read'::text\)/, reason: 'the task is looked for as whoever asks, and its own policy asks for the same right' },
  { of: /^plan_(schedule|slot)\.app_update$/, how: /^WITH CHECK true$/, reason: 'whose week it is may be changed by nobody who is signed in, and USING asks it of the row as it was' },
  { of: /^progress_scale\.app_update$/, how: /^WITH CHECK true$/, reason: 'USING asks for the right alone, and nothing of the row' },
  { of: /^(volunteer_role|volunteer_paper_kind|local_area|volunteer_group_kind)\.app_update$/, how: /^WITH CHECK true$/, reason: 'USING asks for the right alone, and nothing of the row' },
  { of: /^access\.guard_wish$/, how: /^true for current_setting\('role'\) = 'indgang_app'$/, reason: 'the right is asked for beside it, and access.may gives one to nobody but who is signed in' },
  { of: /^access\.guard_volunteer_course$/, how: /^never: current_setting\('role'\) = 'indgang_app' AND NOT access\.may\('volunteer\.manage'\)$/, reason: 'a change begins with the rows its policy lets through: whoever may not change a course finds none, and no trigger runs' },
  { of: /^access\.guard_volunteer_seat$/, how: /^false for coalesce\(NEW\.volunteer_id = access\.my_volunteer\(\), false\)$/, reason: 'a volunteer’s own seat is written by access.take_my_seat and access.give_up_my_seat alone, which ask the same of the same locked course' },
  { of: /^access\.answer_for_volunteer$/, how: /^false for NOT access\.may\('volunteer\.match'\)$/, reason: 'access.waiting_requests, which is asked beside it, looks for the same right' },
  { of: /^(association|association_contact|dialogue_meeting|dialogue_point|volunteer|volunteer_course|workplace)\.app_update$/, how: /^WITH CHECK true$/, reason: 'USING asks for the right alone, and nothing of the row' },
  { of: /^expense_rate\.app_update$/, how: /^WITH CHECK true$/, reason: 'from when it holds may be changed by nobody who is signed in, and USING asks it of the row as it was' },
  { of: /^volunteer_group_citizen\.app_update$/, how: /^WITH CHECK true( for access\.reaches_lastingly\(person_id\))?$/, reason: 'whose place it is may be changed by nobody who is signed in, and USING asks it of the row as it was' },
  { of: /matching\/candidates\/writes\.ts$/, how: /only (row\?\.said !== 'done'|!row\.personId|row\?\.said)$/, reason: 'access.step_pair answers with one row whatever it is asked, and names whose request it is where it was done and nowhere else' },
  { of: /volunteering\/day\/queries\.ts$/, how: /^line \d+: only can\(actor, '(volunteer\.match|volunteer\.read|association\.read)'\)/, reason: 'the one role that leads volunteers holds all three rights, and no other holds one of them (lib/access/matrix.ts)' },
  { of: /volunteering\/day\/queries\.ts$/, how: /: only !can\(actor, 'expense\.approve'\)/, reason: 'whoever leads volunteers approves expenses as well (lib/access/matrix.ts)' },
  { of: /^power_of_attorney\.app_update$/, how: /^WITH CHECK true for access\.reaches_lastingly\(person_id\)$/, reason: 'whose it is may be changed by nobody who is signed in, and USING asks it of the row as it was' },
  { of: /^volunteer_(group_helper|showing)\.app_read$/, how: /^USING true for \( SELECT access\.may\('volunteer\.read'::text\)/, reason: 'the volunteer is looked for as whoever asks, and their own policy asks for the same right' },
  { of: /^access\.(start_match|step_pair)$/, how: /^false for NOT access\.may\('volunteer\.match'\)$/, reason: 'access.waiting_requests, which is asked afterwards, looks for the same right' },
  { of: /^access\.put_pair_answer$/, how: /^false for who IS NULL$/, reason: 'nobody is asked for a request that is not there, which is what the next condition asks' },
  { of: /^(companion_step|volunteer_request_state)\.app_insert$/, how: /^WITH CHECK true for \( SELECT access\.may\('volunteer\.request'::text\)/, reason: 'the meeting or the request is looked for as whoever asks, and its own policy asks for the same right' },
  { of: /^contact_topic\.app_update$/, how: /^WITH CHECK true$/, reason: 'USING asks for the right alone, and nothing of the row' },
  { of: /^standard_text\.app_update$/, how: /^WITH CHECK true$/, reason: 'whose it is may be changed by nobody who is signed in, and USING asks it of the row as it was' },
  { of: /^reply_code\.core_person_seen$/, how: /^WITH CHECK true$/, reason: 'whose code it is may be changed by nobody who is signed in, and USING asks it of the row as it was' },
  { of: /^reply_code\.core_person_seen$/, how: /^USING false for \(person_id IS NULL\)$/, reason: 'every code is somebody’s: the column takes no nothing; the same words stand at the outbox, where it does' },
  { of: /^access\.reaches_person$/, how: /^true for p\.merged_into_id IS NOT NULL$/, reason: 'nobody sees a person without an id, which is what the next condition then asks' },
  { of: /^access\.(redact|restore)_contact$/, how: /^false for [cr]\.(contact_)?id IS NULL$/, reason: 'nobody is reached without an id, which is what the next condition asks' },
  { of: /^access\.answer_transfer$/, how: /^true for a\.user_id <> access\.uid\(\)$/, reason: 'what whoever takes the case had of it is ended by the next statement, whatever day the first had given it' },
  { of: /^access\.audit$/, how: /^true for person IS NOT NULL$/, reason: 'nobody without an id is responsible for, explained or opened in an emergency: all that is asked then is compared with nothing' },
  { of: /^access\.case_holders$/, how: /^false for mine IS NULL$/, reason: 'whoever is in no unit is compared with nothing, which no unit is' },
  { of: /^access\.change_password$/, how: /^(false for me IS NULL|true for active)$/, reason: 'access.uid names none but users who are open, and access.may, which is asked beside it, gives nobody a right' },
  { of: /^access\.find_people$/, how: /^true for (cpr_hash|born|wanted_roles) IS NOT NULL$/, reason: 'what is not asked for is compared with nothing, which meets nobody, and nothing has no length' },
  { of: /^access\.find_people$/, how: /^true for NOT fuzzy$/, reason: 'the round of what is alike is the last one and ends there in any case' },
  { of: /^access\.find_people$/, how: /^never: NOT access\.may\('person\.search'\)$/, reason: 'programmes and scope are asked of the same right, and without it nobody is in either' },
  { of: /^access\.review_glass$/, how: /^true for access\.may\('access\.review'\)$/, reason: 'access.reviews, which is asked beside it, looks for the same right' },
  { of: /^access\.protect_person$/, how: /^true for OLD\.protection NOT IN/, reason: 'whoever was protected already has no address in the open that could be moved (access.guard_address, access.guard_moved_address)' },
  { of: /^person\.person_(scope|update)$|^absence\.app_read$/, how: /^USING true for \(a\.user_id = /, reason: 'the policy of assignment shows another’s responsibility only to those who manage them, and no role that does has the scope assigned, or needs to cover for somebody to see an absence' },
  { of: /^person_protection\.app_update$/, how: /^WITH CHECK true|^USING true for \((basis = | SELECT access\.may)/, reason: 'USING and WITH CHECK ask the same of what nobody who is signed in may change: only where it is from and until when' },
  { of: /^unusual_lookup\.core_own$/, how: /^WITH CHECK true$/, reason: 'who looked whom up may be changed by nobody who is signed in, and USING asks it of the row as it was' },
  { of: /^stored_file\.core_protected$/, how: /^USING false for \(kind <> ALL/, reason: 'a file of the other kinds names no person, and then nobody protected is found' },
  { of: /^submission\.submission_citizen$/, how: /^WITH CHECK true for \(code_id = /, reason: 'access.stamp_submission has written the code of whoever asks before the policy is asked' },
  { of: /^person\.core_conflict$/, how: /^WITH CHECK true$/, reason: 'the ids it asks about are taken: a person that is made or given one of them meets the primary key' },
  { of: /^invitation\.citizen_own$/, how: /^WITH CHECK true$/, reason: 'who is invited may be changed by nobody who answers, and USING asks it of the row as it was' },
  { of: /read\.ts$|session-ended\.ts$|proof\.ts$/, how: /only error(\.message\.includes| instanceof)/, reason: 'everything the driver and the product throw is an Error; the check is for what a library might' },
  { of: /actor\.ts$/, how: /always openSession\(token\)/, reason: 'without a token the database finds no session' },
  { of: /rate-limit\.ts$/, how: /Math\.random|DELETE FROM access\.rate_limit/, reason: 'a counter that has run out counts nothing: clearing it away now and then is for the table, and not who may' },
  { of: /public-action\.ts$/, how: /always readReplyCode/, reason: 'no form has a field without a name' },
  { of: /^lib\/access\/actions\.ts$/, how: /true for user_id = /, reason: 'the policy of sessions gives nobody another’s; the words stand so that it can be read in the statement too' },
  { of: /breaches\/actions\.ts$/, how: /only selection !== '' && manages/, reason: 'the one role that looks after breaches is the one that reads the log; the words stand for the day there is another' },
  { of: /runs\/writes\.ts$/, how: /without version: run\.version/, reason: 'the run is read under a lock (lockRun) that is held until the end: nobody else can have changed it' },
  { of: /session\.ts$/, how: /always '(en|da)'/, reason: 'the language of the pages, and not who may' },
  { of: /needed\.ts$/, how: /^line 6: (always|only) \(?\/A reason/, reason: 'nothing and null are the same to whoever asks, and everything that is thrown is an Error' },
]

/** Why nobody can notice; or null. Asked only of what nobody noticed. */
export function equivalent(one: Mutant | CodeMutant): string | null {
  if ('same' in one && one.same) return one.same
  const of = 'file' in one ? one.file : one.name
  return reasons.find((reason) => reason.of.test(of) && reason.how.test(one.how))?.reason ?? null
}
