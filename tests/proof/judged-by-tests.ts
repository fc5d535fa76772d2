const access = (...names: string[]) => names.map((name) => `tests/integration/access/${name}.test.ts`)
const oversight = (...names: string[]) => names.map((name) => `tests/integration/oversight/${name}.test.ts`)

/**
 * Functions of schema `access` that say who may and cannot be asked in one statement, because they change something, belong to a trigger or to the sign-in.
 * The tests of the ordinary suite that must notice when one is weakened; also for what no question of tests/proof/calls.ts tells.
 */
export const judgedByTests: Record<string, readonly string[]> = {
  // Signing in.
  accept_invitation: access('accounts'), open_invitation: access('accounts'), credentials: access('sign-in', 'accounts'), end_session: access('sessions'), holder: access('second-factor', 'sessions'), factor: access('second-factor'),
  has_factor: access('second-factor'), begin_factor: access('second-factor'), confirm_factor: access('second-factor'), use_step: access('second-factor'), use_recovery_code: access('second-factor'), remove_factor: access('second-factor'),
  federated_user: access('federated'), user_by_subject: access('federated'), open_session: access('sessions'), session_id: access('sessions'), uid: access('sessions'), prove: access('step-up', 'second-factor'), proved: access('step-up'), needs_proof: access('step-up'),
  feed_owner: ['tests/integration/outreach/talks.test.ts'], on_behalf: ['tests/integration/imports/access.test.ts', 'tests/integration/platform/job-handlers.test.ts'],
  // Rights of users.
  decide_right: access('right-proposals', 'self-elevation', 'step-up'), giving_is_proved: access('step-up'), invite_user: access('accounts', 'self-elevation'), end_everything: access('accounts'), guard_own_user: access('self-elevation'), answers_for: access('right-proposals', 'accounts'),
  user_contacts: access('accounts'), left_behind: access('accounts'), left_in_unit: ['tests/integration/people/unassigned.test.ts'], hold_rights: access('hold-rights', 'step-up'),
  change_password: access('password'), forgot_password: access('password'), guard_unit: access('units'), guard_unit_of_user: access('units'),
  // People.
  ...Object.fromEntries(['lift_protection', 'hold_protection', 'note_ground', 'settle_household', 'settle_protection', 'settle_home', 'same_home', 'household', 'protection_of', 'address_shown'].map((name) => [name, ['tests/integration/people/protection.test.ts']])),
  guard_origin: access('scope-writes'), guard_address: access('scope-writes'), guard_moved_address: access('core-blocks', 'scope-writes'), protect_person: [...access('core-blocks'), 'tests/integration/people/edit.test.ts'], shielded_by_me: [...access('core-blocks'), 'tests/integration/people/edit.test.ts'],
  merge_people: ['tests/integration/people/merge.test.ts', ...oversight('break-glass')], undo_merge: ['tests/integration/people/merge.test.ts'], find_people: ['tests/integration/people/search.test.ts'], import_lookup: ['tests/integration/imports/access.test.ts'], note_cpr_taken: ['tests/integration/people/cpr-searches.test.ts'], import_row_shut: ['tests/integration/imports/closed-rows.test.ts'], shut_import_rows: ['tests/integration/imports/closed-rows.test.ts'], hidden_outreach: access('hidden-ids'),
  place: access('hidden-ids'), invitation_codes: ['tests/integration/outreach/events.test.ts'], take_slot: ['tests/integration/outreach/talks.test.ts'], mail_citizen: ['tests/integration/outreach/talks.test.ts', 'tests/integration/outreach/replies.test.ts'],
  stamp_submission: access('submission', 'public-role'), outreach_figures: ['tests/integration/outreach/due-figures.test.ts'], conflicts: [...oversight('own-relations'), ...access('core-blocks')],
  contact_kinds_used: ['tests/integration/casework/kinds.test.ts'],
  redact_contact: ['tests/integration/casework/redaction.test.ts'], restore_contact: ['tests/integration/casework/redaction.test.ts'],
  guard_case_move: ['tests/integration/casework/methods-access.test.ts'], guard_case_state: ['tests/integration/casework/cases-access.test.ts'], case_move: ['tests/integration/casework/methods-access.test.ts'], method_version: ['tests/integration/casework/methods-access.test.ts'], case_follows: ['tests/integration/casework/cases.test.ts'], ...Object.fromEntries(['case_shared_until', 'shares_case_with', 'has_case', 'case_colleagues', 'add_to_case', 'leave_case', 'offered_cases', 'answer_transfer', 'consent_taken_back', 'closed_case_stays'].map((name) => [name, ['tests/integration/casework/sharing.test.ts', 'tests/integration/casework/professionals.test.ts']])),
  ...Object.fromEntries(['plan_absence', 'change_absence', 'cover_follows', 'covers_of', 'cover_candidates', 'responsible_until', 'is_away', 'absence'].map((name) => [name, ['tests/integration/casework/covers.test.ts']])),
  could_have: ['tests/integration/casework/reassign.test.ts'], caseloads: ['tests/integration/casework/weights.test.ts'],
  is_case_of: ['tests/integration/casework/cases-access.test.ts'], case_people: ['tests/integration/casework/cases-access.test.ts'],
  // Meetings.
  ...Object.fromEntries(['volunteer_parts', 'volunteer_figures', 'volunteer_figure_rows'].map((name) => [name, ['tests/integration/volunteering/figures-kept.test.ts', 'tests/integration/volunteering/figures.test.ts', 'tests/integration/volunteering/figures-hours.test.ts']])),
  ...Object.fromEntries(['guard_volunteer_seat', 'guard_volunteer_course', 'course_seats', 'seats_taken'].map((name) => [name, ['tests/integration/volunteering/recognition.test.ts']])),
  ...Object.fromEntries(['guard_expense_step', 'volunteer_number'].map((name) => [name, ['tests/integration/volunteering/expenses.test.ts']])),
  ...Object.fromEntries(['tie_volunteer', 'closed_volunteers'].map((name) => [name, ['tests/integration/volunteering/ties.test.ts']])),
  ...Object.fromEntries(['takes_part', 'knows_meeting', 'runs_meeting', 'meeting_count', 'meeting_lacks', 'may_mark', 'may_minute', 'guard_meeting_item', 'meeting_agenda', 'case_meetings', 'meeting_candidates', 'hold_meeting', 'cancel_meeting', 'call_again', 'tell_table'].map((name) => [name, ['tests/integration/casework/meetings-cancel.test.ts', 'tests/integration/casework/meetings-access.test.ts', 'tests/integration/casework/meetings.test.ts']])),
  // Own pages of volunteers.
  ...Object.fromEntries(['my_volunteer', 'my_facts', 'my_courses', 'my_papers', 'my_trainings', 'my_contact', 'set_my_times'].map((name) => [name, ['tests/integration/volunteering/own.test.ts']])),
  ...Object.fromEntries(['my_matches', 'my_questions', 'answer_my_question', 'my_open_match', 'my_meetings', 'log_my_meeting', 'take_back_my_meeting', 'raise_my_concern', 'match_concerns', 'settle_concern', 'match_meetings'].map((name) => [name, ['tests/integration/volunteering/own-matches.test.ts']])),
  ...Object.fromEntries(['take_my_seat', 'give_up_my_seat'].map((name) => [name, ['tests/integration/volunteering/own-courses.test.ts']])),
  ...Object.fromEntries(['my_expenses', 'my_expense_rates', 'send_my_expense', 'receipt_gone'].map((name) => [name, ['tests/integration/volunteering/own-expenses.test.ts']])),
  keep_receipt: ['tests/integration/volunteering/expenses.test.ts'],
  own_feed: ['tests/integration/volunteering/own-calendar.test.ts'],
  // Logins of volunteers.
  ...Object.fromEntries(['open_volunteer_login', 'asked_volunteer_logins', 'decide_volunteer_login', 'volunteer_login_waits', 'note_email_writer', 'end_volunteer_login', 'volunteer_login_of', 'guard_volunteer_rights', 'sign_in_link', 'use_sign_in_link', 'volunteer_user_closed', 'volunteer_login_erased'].map((name) => [name, ['tests/integration/volunteering/logins.test.ts']])),
  ...Object.fromEntries(['logins_to_give', 'login_deciders'].map((name) => [name, ['tests/integration/volunteering/logins-told.test.ts']])),
  agreement_staff: ['tests/integration/associations/agreed-contacts.test.ts'],
  ...Object.fromEntries(['match_reachable', 'first_meetings'].map((name) => [name, ['tests/integration/volunteering/begun.test.ts']])),
  match_leads: ['tests/integration/volunteering/alarms.test.ts'],
  asked_lately: ['tests/integration/volunteering/matches.test.ts'],
  right_deciders: ['tests/integration/oversight/rights-told.test.ts'],
  // Progress.
  take_back_measurement: ['tests/integration/casework/progress-access.test.ts'], guard_progress_value: ['tests/integration/casework/progress-access.test.ts'], unit_progress: ['tests/integration/casework/progress-unit.test.ts'],
  // The unit in figures.
  ...Object.fromEntries(['unit_caseload', 'unit_contacts', 'unit_flow', 'unit_deadlines', 'case_holders'].map((name) => [name, ['tests/integration/casework/management.test.ts', 'tests/integration/casework/management-subtraction.test.ts']])),
  // Plans.
  ...Object.fromEntries(['guard_plan_goal', 'guard_plan_step', 'sign_plan_removal'].map((name) => [name, ['tests/integration/casework/plans-access.test.ts']])),
  declare_relation: ['tests/integration/volunteering/own-fields.test.ts'],
  ...Object.fromEntries(['own_check_in', 'open_check_in', 'answer_check_in', 'match_follow_ups', 'match_check_ins', 'follow_up'].map((name) => [name, ['tests/integration/volunteering/follow-ups.test.ts']])),
  ...Object.fromEntries(['told_to_volunteering', 'match_fields', 'match_open', 'pair_asked', 'put_pair_answer', 'own_question', 'open_question', 'answer_question', 'answer_for_volunteer', 'answer_for_person', 'start_match', 'known_matches', 'asked_pairs', 'end_match', 'person_pairs', 'ask_anew', 'question_person', 'meeting_matches'].map((name) => [name, ['tests/integration/volunteering/answers.test.ts', 'tests/integration/volunteering/matches.test.ts']])),
  ...Object.fromEntries(['pair_stands', 'volunteer_close', 'close_pairs', 'pairs_between', 'volunteer_loads', 'request_pairs', 'step_pair', 'pairs_turned_down', 'request_turned_down', 'person_turned_down'].map((name) => [name, ['tests/integration/volunteering/candidates.test.ts']])),
  ...Object.fromEntries(['companion_consent', 'companion_writer', 'guard_request_meeting', 'companion_stands', 'guard_companion_meeting', 'guard_companion_step', 'waiting_meetings', 'companion_bookings', 'booked_pairs', 'guard_booking', 'companion_over', 'companion_facts', 'my_companion_meetings', 'question_meeting', 'companion_days', 'bound_companion_consent'].map((name) => [name, ['tests/integration/volunteering/companions.test.ts', 'tests/integration/volunteering/companion-bookings.test.ts', 'tests/integration/volunteering/companion-over.test.ts']])),
  ...Object.fromEntries(['guard_retired_role', 'guard_retired_group_kind', 'volunteer_setup_uses'].map((name) => [name, ['tests/integration/volunteering/setup.test.ts']])),
  ...Object.fromEntries(['group_citizens', 'guard_group_citizen'].map((name) => [name, ['tests/integration/volunteering/groups.test.ts']])),
  ...Object.fromEntries(['volunteer_catalogue', 'wished_volunteers', 'guard_wish'].map((name) => [name, ['tests/integration/volunteering/catalogue.test.ts']])),
  ...Object.fromEntries(['guard_volunteer_request', 'guard_volunteer_request_state', 'waiting_requests'].map((name) => [name, ['tests/integration/volunteering/requests.test.ts']])),
  ...Object.fromEntries(['referral', 'referral_step', 'referral_state', 'referable_associations', 'send_referral', 'received_referrals', 'answer_referral', 'referral_taken_back', 'referred_and_over', 'shared_people'].map((name) => [name, ['tests/integration/casework/referrals.test.ts', 'tests/integration/casework/referral-guards.test.ts']])),
  tells_address: ['tests/integration/casework/words.test.ts'],
  // Tasks.
  ...Object.fromEntries(['may_take_task', 'guard_task', 'tasks_out_of_reach', 'let_task_go', 'my_unit'].map((name) => [name, ['tests/integration/casework/tasks-access.test.ts', 'tests/integration/casework/task-guards.test.ts']])),
  recently_opened: ['tests/integration/casework/recent.test.ts'], case_view: ['tests/integration/casework/views.test.ts'],
  unclaimed_cases: ['tests/integration/casework/claim.test.ts'], claim_case: ['tests/integration/casework/claim.test.ts'],
  unit_tasks: ['tests/integration/casework/task-guards.test.ts'], tasks_unseen_by: ['tests/integration/casework/task-guards.test.ts'], settle_protection_task: ['tests/integration/people/protection-due.test.ts'],
  // What is looked after.
  explain: oversight('explain'), seen_as: oversight('explain'), who_sees: oversight('explain'), explain_subject: oversight('explain'), policy_condition: oversight('explain'),
  audit: access('reasons', 'trail').concat(oversight('break-glass')), reviews: access('reasons'), reason_needed: access('reasons'), responsible_names: access('reasons'), responsible_then: access('reasons'), is_responsible: access('reasons'),
  break_glass: oversight('break-glass'), end_glass: oversight('break-glass'), review_glass: oversight('break-glass'), tell_of_glass: oversight('break-glass'), glass_looks: oversight('break-glass'), glass_overdue: oversight('break-glass'), my_glass: oversight('break-glass'),
  relations_of: oversight('own-relations'), end_relation: oversight('own-relations'), own_relations: oversight('own-relations'), add_breach_subjects: oversight('breaches'), guard_breach: oversight('breaches'), unit_ties: access('units'),  guard_request: [...oversight('subject-export'), 'tests/integration/people/merge-requests.test.ts'],
  same_person: oversight('lookup-report'), report_subjects: oversight('lookup-report'), request_subjects: oversight('subject-export'), hold_subjects: oversight('retention'), subject_records: oversight('subject-export'), subject_counts: oversight('subject-export'),
  ...Object.fromEntries(['free_representatives', 'tie_representative', 'representatives_of', 'my_association', 'own_association', 'own_association_contacts', 'own_agreements', 'own_agreed_contacts', 'own_signed_file', 'own_dialogues', 'own_dialogue_points', 'own_ground_rules', 'own_association_unit', 'association_areas', 'set_own_association', 'add_own_contact', 'end_own_contact'].map((name) => [name, ['tests/integration/associations/own.test.ts', 'tests/integration/associations/own-fields.test.ts']])),
  decide_signup: ['tests/integration/associations/signup.test.ts'], shared_consents: ['tests/integration/consent/sharing.test.ts'], shared_card: ['tests/integration/consent/sharing.test.ts'], consent_seen: ['tests/integration/consent/sharing.test.ts'],
  propose_retention: oversight('retention'), retention_due: oversight('retention'), retention_if_on: oversight('retention'), prune_log: oversight('log-retention'), log_held: oversight('log-retention'), guard_template: ['tests/integration/outreach/templates.test.ts'], held: oversight('retention'), record_held: oversight('retention', 'retention-kinds', 'log-retention'),
}

/** For what the rows of the world do not tell: who signs, what may not be filled in yet, what one has given oneself. */
export const testsOfTable: Record<string, readonly string[]> = {
  assignment: access('scope-writes', 'row-level-security'), attempt: access('scope-writes'), breach: oversight('breaches'), break_glass: oversight('break-glass'), clearance: access('self-elevation', 'right-proposals'), role_grant: access('self-elevation', 'right-proposals'),
  right_proposal: access('right-proposals', 'self-elevation'), consent: ['tests/integration/consent/sharing.test.ts'], consent_withdrawal: ['tests/integration/consent/sharing.test.ts'], access_reason: access('reasons'), app_user: access('self-elevation', 'accounts'),
  legal_hold: oversight('retention'), retention_run: oversight('retention'), subject_request: oversight('subject-export'), subject_redaction: oversight('subject-export'), submission: access('submission', 'public-role'), session: access('sessions'), person: [...access('scope-writes', 'core-blocks'), 'tests/integration/people/create.test.ts'],
  person_role: access('scope-writes'), outbox_message: access('accounts'), offer: ['tests/integration/portal/offers.test.ts'], duplicate_pair: [...access('scope-writes'), 'tests/integration/people/merge.test.ts'], run_member: ['tests/integration/outreach/run-hidden.test.ts'], stored_file: [...access('row-level-security', 'core-blocks'), 'tests/integration/associations/signed.test.ts'], user_attestation: access('accounts', 'self-elevation'), unusual_verdict: oversight('unusual'), unusual_lookup: oversight('unusual'),
  contact: ['tests/integration/casework/contacts.test.ts'], contact_note: ['tests/integration/casework/contacts.test.ts'], contact_case: ['tests/integration/casework/contact-cases.test.ts'], standard_text: ['tests/integration/casework/standard-texts.test.ts'], contact_addition: ['tests/integration/casework/contacts.test.ts'], contact_draft: ['tests/integration/casework/contacts.test.ts'], contact_redaction: ['tests/integration/casework/redaction.test.ts'],
  task: ['tests/integration/casework/tasks-access.test.ts', 'tests/integration/casework/task-guards.test.ts'], task_event: ['tests/integration/casework/tasks-access.test.ts', 'tests/integration/casework/task-guards.test.ts'],
  ...Object.fromEntries(['progress_aim', 'progress_measurement', 'progress_value'].map((name) => [name, ['tests/integration/casework/progress-access.test.ts']])),
  ...Object.fromEntries(['plan_goal', 'plan_goal_step', 'plan_agreement', 'plan_agreement_step', 'plan_schedule', 'plan_slot', 'screening', 'screening_answer'].map((table) => [table, ['tests/integration/casework/plans-access.test.ts']])),
  ...Object.fromEntries(['meeting', 'meeting_participant', 'meeting_item', 'meeting_minute'].map((name) => [name, ['tests/integration/casework/meetings-access.test.ts']])),
  ...Object.fromEntries(['volunteer', 'volunteer_language', 'volunteer_step', 'volunteer_paper', 'volunteer_training', 'volunteer_tie', 'volunteer_showing'].map((name) => [name, ['tests/integration/volunteering/access.test.ts']])),
  ...Object.fromEntries(['volunteer_follow_up', 'volunteer_check_in'].map((name) => [name, ['tests/integration/volunteering/follow-ups.test.ts']])),
  ...Object.fromEntries(['volunteer_question', 'volunteer_answer', 'volunteer_match', 'volunteer_match_end'].map((name) => [name, ['tests/integration/volunteering/matches.test.ts']])),
  ...Object.fromEntries(['power_of_attorney', 'companion_meeting', 'companion_step'].map((name) => [name, ['tests/integration/volunteering/companions.test.ts']])),
  ...Object.fromEntries(['volunteer_match_meeting', 'volunteer_match_concern'].map((name) => [name, ['tests/integration/volunteering/own-matches.test.ts']])),
  ...Object.fromEntries(['volunteer_group_kind', 'volunteer_group', 'volunteer_group_helper', 'volunteer_group_citizen', 'volunteer_group_meeting'].map((name) => [name, ['tests/integration/volunteering/groups.test.ts']])),
  volunteer_pair_step: ['tests/integration/volunteering/candidates.test.ts'], ...Object.fromEntries(['volunteer_request', 'volunteer_request_state'].map((name) => [name, ['tests/integration/volunteering/requests.test.ts']])),
  ...Object.fromEntries(['dialogue_meeting', 'dialogue_point', 'association_note'].map((name) => [name, ['tests/integration/associations/dialogue.test.ts']])), ...Object.fromEntries(['workplace', 'ground_rules'].map((name) => [name, ['tests/integration/volunteering/ground-rules.test.ts']])),
  association_representative: ['tests/integration/associations/own.test.ts'], association_signup: ['tests/integration/associations/signup.test.ts'],
  expense_receipt: ['tests/integration/volunteering/own-expenses.test.ts'],
  partnership_contact: ['tests/integration/associations/agreed-contacts.test.ts'],
  partnership_file: ['tests/integration/associations/signed.test.ts'],
  volunteer_reminder: ['tests/integration/volunteering/reminders.test.ts'],
  ...Object.fromEntries(['volunteer_thanks', 'volunteer_course', 'volunteer_seat'].map((name) => [name, ['tests/integration/volunteering/recognition.test.ts']])),
  ...Object.fromEntries(['volunteer_expense', 'volunteer_expense_step'].map((name) => [name, ['tests/integration/volunteering/expenses.test.ts']])), expense_rate: ['tests/integration/volunteering/setup-rates.test.ts', 'tests/integration/volunteering/expenses.test.ts'],
  ...Object.fromEntries(['association', 'association_contact', 'partnership'].map((name) => [name, ['tests/integration/associations/register.test.ts']])),
  case_transfer: ['tests/integration/casework/sharing.test.ts'], case_file: ['tests/integration/casework/cases-access.test.ts'], case_state: ['tests/integration/casework/cases-access.test.ts'],
  import_row: ['tests/integration/imports/closed-rows.test.ts'],
  person_protection: ['tests/integration/people/protection.test.ts'], reply: access('public-role'), talk: access('public-role'), wish: access('public-role'), invitation: access('public-role'), outreach_task: access('public-role'),
}

/**
 * Conditions of a function that say who may, and not which row is meant: those that ask for a right, a role or the caller, for a protection, or for whether
 * something still holds. Joins and keys are for the tests of what the function is for.
 */
export const aboutWho = /access\.(?!fold|today)|current_setting|current_user|caller|\bactive\b|issuer|revoked_at|expires_at|until_at|ended_at|withdrawn_at|awaits|proved|protection|conflict|shielded|handed|proposed_by|user_id <>|<> access|= me\b|\bwho\b|OLD\./

/** Functions of schema `access` with conditions that say nothing about who may, and why. One that is neither here nor weakened is named by the figure. */
export const decideNothing: Record<string, readonly string[]> = {
  'fold texts or write words for a search that has been allowed': ['address_fold', 'address_pattern', 'both_texts', 'word_condition', 'changed_keys', 'shy'],
  'keep figures under five back (tests of the unit’s figures)': ['kept_back', 'enough'],
  'count the unit’s cases and tasks for functions that ask, and in a list as whoever reads it (tests of the unit’s figures)': ['unit_cases', 'unit_case_events', 'unit_due_tasks', 'unit_held'],
  'count days and places by rules of law': ['rule_day', 'rule_interval', 'seats_before'],
  'move letters and members of a run to where the facts put them, for whoever set it off (tests of the runs)': ['place_person', 'place_letters', 'placements', 'cancel_letters'],
  'write down what was changed, whoever changed it (tests of the history)': ['track_cpr', 'track_history', 'person_images', 'end_former_protected'],
  'are open to the jobs’ login alone': ['erase_again', 'erase_items', 'erase_record', 'retention_image', 'cascade_image', 'both_images', 'people_in_use', 'lives_in', 'street_of'],
  'write down what happened to a task, and keep its history with it (tests of tasks)': ['note_task', 'move_task_events'],
  'take what was said at a meeting along with its case, whoever moves it (tests of merging)': ['move_meeting_items'],
  'take what stands under a request, a match or a consent along with it, and say what keeps two records from being one (tests of merging with volunteers)': ['move_along', 'move_match_consent', 'merge_hindrance'],
  'keep a plan with its person (tests of plans)': ['move_plan'],
  'list tables and rows for functions that ask': ['subject_links', 'subject_rows', 'retention_candidates', 'retention_needs', 'policy_condition'],
  'find who lives together, and write down for whom a protection holds (tests of protection)': ['same_home', 'household', 'note_ground', 'settle_household', 'settle_protection'],
  'say where a volunteer stands, end a login and mail a link for functions that ask (tests of logins)': ['volunteer_stands', 'close_volunteer_login', 'volunteer_left', 'mail_sign_in_link', 'make_volunteer_login'],
  'add what a public form holds and tell nothing (tests of the interest form, and of the sign-up of associations)': ['volunteer_interest', 'association_signup'],
  'compare names, and keep a volunteer as protected as the citizen they are (tests of ties)': ['same_name', 'protect_volunteer', 'protect_tied'],
  'keep a row as it was written, for everybody alike (tests of attempts and talks)': ['guard_attempt', 'guard_talk_slot'],
}
