import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { dayOf } from '@/lib/platform/day'
import { paper } from './paper'
import { subjects, type Target, target, targets } from './people'
import { Planter, type Row } from './planter'
import { companionRows, plantAssociation, plantDeeds, plantTie, waitingRows } from './volunteers'
import { agreed, plantReasons, plantTies } from './world-ties'

export type World = {
  planter: Planter
  /** The planted row of each table, by target: `rows.get('letter')?.get('refugee')`. */
  rows: Map<string, Map<string, Row>>
  /** Two runs; everybody is a member of the first. Each has a print file of its own. */
  runs: [string, string]
  files: [string, string]
  events: [string, string]
  /** A file sent in by the colleague, with a row about everybody. */
  batch: string
  users: Record<string, string>
  /** Live, run out, withdrawn: of the ordinary veteran. */
  codes: Record<'live' | 'expired' | 'revoked', string>
  /** Rows without people. */
  reference: Record<'templates' | 'versions' | 'offers' | 'partners' | 'units' | 'municipality' | 'methods' | 'methodIds', string[]>
  /** Of the colleague: a search, a session. */
  search: string; view: string
  session: string
  /** That somebody of no unit gets a role, proposed by the administrator. */
  proposal: string
  /** A run that would erase something of everybody, not yet agreed to. */
  retention: string
  breach: string
  /** Coming, of the coordinators' unit, with the colleague at the table. */
  meeting: string; absence: string; standardText: string; volunteer: string; loginRequest: string; expense: string; course: string; group: string; association: string[]
  /** Look-ups nothing explains: of the colleague about the ordinary veteran, about the officer's own family, and of the officer. */
  unusual: [string, string, string]
  /** The link of an invitation that nobody took up in time. */
  welcome: string
  /** A calendar address that holds no longer. */
  feed: string
}

const yesterday = "current_date - 1"

/** The register the probes are sent at, beside the demo's own people: everybody of tests/probes/people.ts with a row in every table that has people. */
export async function plantWorld(db: pg.Client): Promise<World> {
  const planter = await new Planter(db).open()
  const users = await plantUsers(db)
  const one = async (sql: string, values: unknown[] = []) => String((await db.query(sql, values)).rows[0]?.id ?? '')
  const template = await one('SELECT id FROM letter_template ORDER BY code LIMIT 1')
  const run = async (name: string) => {
    const id = String((await planter.plant('run', '', { name, template_id: template, state: 'SENT', created_by: users.colleague })).id)
    const file = String((await planter.plant('stored_file', '', { person_id: null, owner_id: null, kind: 'print', mime: 'application/pdf', name: 'print-1.pdf', bytes: paper([name, planter.marker('', 'stored_file', 'bytes')]) })).id)
    await planter.plant('run_file', '', { run_id: id, file_id: file, kind: 'print', part: 1 })
    return { id, file }
  }
  const event = async () => String((await planter.plant('year_event', '', { kind: 'MEETING', starts_at: new Date(Date.now() + 9 * 86_400_000), ends_at: new Date(Date.now() + 9 * 86_400_000 + 7_200_000), invited_at: new Date() })).id)
  const [first, second] = [await run('Prøvekørsel 1'), await run('Prøvekørsel 2')]
  const file = String((await planter.plant('stored_file', '', { person_id: null, owner_id: users.colleague, kind: 'import', mime: 'text/csv', name: 'register.csv' })).id)
  const batch = String((await planter.plant('import_batch', '', { kind: 'veteran-register', file_id: file, state: 'PREVIEWED', created_by: users.colleague, file_info: JSON.stringify({ format: 'csv', encoding: 'utf-8', delimiter: ';', sheets: ['Ark1'], headerRow: 1, notes: [] }), columns: '["Navn"]' })).id)
  const breach = String((await planter.plant('breach', '', { found_at: new Date(), aware_at: new Date(), created_by: users.colleague, kinds: ['CONFIDENTIALITY'] })).id)
  const meeting = String((await planter.plant('meeting', '', { unit_id: await one('SELECT unit_id AS id FROM app_user WHERE id = $1', [users.colleague]), on_day: dayOf(new Date()), series_on: dayOf(new Date()), starts: '09:00', repeats: 'none', follows_id: null, created_by: users.colleague, held_at: null, held_by: null })).id)
  await planter.plant('meeting_participant', '', { meeting_id: meeting, user_id: users.colleague })
  // Coming, and long: nobody is covered in it but those the probes are told of.
  const absence = String((await planter.plant('absence', '', { user_id: users.colleague, from_day: dayOf(new Date(Date.now() + 30 * 86_400_000)), to_day: dayOf(new Date(Date.now() + 40 * 86_400_000)), created_by: users.colleague })).id)
  const odd = async (user: string, about: string) => String((await planter.plant('unusual_lookup', '', { day: '2026-01-15', user_id: user, about_id: about, points: 5, reasons: '[{"code":"none"}]', lookups: 1, first_at: new Date() })).id)
  const unusual: World['unusual'] = [await odd(users.colleague ?? '', target('ordinary').id), await odd(users.colleague ?? '', target('officer-kin').id), await odd(users.officer ?? '', target('ordinary').id)]
  const standardText = String((await planter.plant('standard_text', '', { user_id: null, unit_id: await one('SELECT unit_id AS id FROM app_user WHERE id = $1', [users.colleague]), name: 'Prøve', text: 'Prøve', retired_on: null, created_by: users.colleague, version: 1 })).id)
  const world: World = { planter, breach, meeting, standardText, ...(await plantDeeds(planter, users['volunteer lead'] ?? '')), association: await plantAssociation(planter, users['volunteer lead'] ?? '', users.association ?? ''), absence, unusual, users, rows: new Map(), runs: [first.id, second.id], files: [first.file, second.file], events: [await event(), await event()], batch, codes: { live: '', expired: '', revoked: '' }, reference: await plantReference(db), ...(await plantOwn(db, users)) }
  for (const who of targets) await plantPerson(world, who)
  await plantTies(db, world)
  await plantReasons(db, world)
  await plantCodes(db, world)
  await plantPast(db, world)
  return world
}

async function plantUsers(db: pg.Client): Promise<Record<string, string>> {
  for (const [email, until] of [['uncleared@probe.invalid', null], ['former@probe.invalid', yesterday], ['away@probe.invalid', null]] as const) {
    const { rows } = await db.query("INSERT INTO app_user (email, name) VALUES ($1, 'Prøve Bruger') RETURNING id", [email])
    await db.query(`INSERT INTO role_grant (user_id, role, from_day, to_day) VALUES ($1, 'VETERAN_COORDINATOR', '2024-01-01', ${until ?? 'NULL'})`, [rows[0].id])
  }
  const { rows } = await db.query<{ id: string; email: string }>('SELECT id, email FROM app_user')
  const of = (email: string) => rows.find((row) => row.email === email)?.id ?? ''
  return { away: of('away@probe.invalid'), ...Object.fromEntries(subjects.flatMap(({ key, email }) => (email ? [[key, of(email)]] : []))) }
}

/** What the rows of somebody need beyond what can be made up from the catalogue. A function, because some need a row of their own first. */
function given(world: World, who: Target, at: number): Record<string, () => Promise<Row | null> | Row | null> {
  const day = '2026-01-15'
  const row = (table: string) => world.rows.get(table)?.get(who.key)?.id ?? null
  const file = (lines: string[], kind: string) => world.planter.plant('stored_file', who.id, { person_id: who.id, owner_id: null, kind, mime: 'application/pdf', name: `${kind}.pdf`, bytes: paper(lines) })
  // At night, when nobody of the demo has a talk.
  const hour = new Date((Math.floor(Date.now() / 86_400_000) + 9 + at) * 86_400_000 + 7_200_000)
  return {
    person_role: () => ({ kind: who.kind, from_day: day }),
    address: () => (who.protection === 'P1' || who.protection === 'P2' ? null : { postcode: '8900' }),
    protected_address: () => (who.protection === 'P1' || who.protection === 'P2' ? { postcode: '8900' } : null),
    // Whose care they are in decides who reaches them: the ones that matter are given in plantTies.
    // Ended: whoever opens somebody that a colleague has in hand is asked for a reason first, and the probes go straight to the door.
    assignment: () => ({ user_id: world.users.away, from_day: day, to_day: who.key === 'explained' ? null : day }),
    access_reason: () => ({ user_id: world.users.away, day, code: 'covering', sampled_at: new Date() }),
    consent: () => ({ wording: agreed(world, who.id), purpose: 'meeting', how: 'written', fields: ['contact'], recipient_unit_id: null, partner_id: null, given_on: day, expires_on: '2026-12-31', recorded_by: world.users.colleague }),
    // One or two hold, and can be taken back.
    consent_withdrawal: () => ['ordinary', 'second'].includes(who.key) ? null : ({ consent_id: row('consent'), how: 'spoken', withdrawn_on: day, recorded_by: world.users.colleague }),
    contact: () => ({ outcome: 'reached', channel: 'phone', kind_code: null, happened_at: new Date('2026-01-15T10:00:00Z'), minutes: null, travel_minutes: null, travel_km: null, next_on: '2026-02-15', together_id: null, redacted_at: null, recorded_by: world.users.colleague }),
    case_file: () => ({ kind: 'veteran', unit_id: world.reference.units[0], opened_on: day, opened_by: world.users.colleague }),
    case_state: () => ({ case_id: row('case_file'), number: 1, state: 'open', from_day: day, until_day: null, outcome: null, recorded_by: world.users.colleague }),
    volunteer_tie: () => plantTie(world.planter, who.key, { colleague: world.users.colleague, lead: world.users['volunteer lead'] }),
    person_note: () => ({ recorded_by: world.users.colleague }),
    case_weight: () => ({ case_id: row('case_file'), number: 1, weight: 'heavy', recorded_by: world.users.colleague }),
    // Completed: there is a certificate to ask for.
    case_move: async () => {
      const move = { case_id: row('case_file'), version_id: world.reference.methods[0], step: null, item: null, of_number: null, on_day: day, recorded_by: world.users.colleague }
      await world.planter.plant('case_move', who.id, { ...move, person_id: who.id, number: 1, kind: 'follow', words: null })
      return { ...move, number: 2, kind: 'finish' }
    },
    case_transfer: () => ({ case_id: row('case_file'), from_unit_id: world.reference.units[0], to_unit_id: world.reference.units[0], to_user_id: null, asked_by: world.users.colleague, answer: 'revoked', answered_at: new Date(), answered_by: world.users.colleague }),
    // To a receiver without access; two wait, and can be answered.
    referral: () => ({ consent_id: row('consent'), to_kind: 'association', to_unit_id: null, to_offer_id: null, to_association_id: null, wished_by: null, answer_by: '2027-01-15', sent_by: world.users.colleague, sent_at: new Date('2026-01-02T10:00:00Z') }),
    referral_step: () => ['ordinary', 'second'].includes(who.key) ? null : ({ referral_id: row('referral'), number: 1, step: 'refused', said: 'told', recorded_by: world.users.colleague }),
    meeting_item: () => ({ meeting_id: world.meeting, case_id: row('case_file'), marked_by: world.users.colleague }),
    meeting_minute: () => ({ item_id: row('meeting_item'), recorded_by: world.users.colleague }),
    progress_aim: () => ({ dimension_code: 'challenge-social', added_by: world.users.colleague, ended_on: null }),
    progress_measurement: () => ({ scale_code: 'challenge', measured_on: day, rated_by: 'together', recorded_by: world.users.colleague, taken_back_at: null, taken_back_by: null, taken_back_why: null }),
    progress_value: () => ({ measurement_id: row('progress_measurement'), dimension_code: 'challenge-social', aim_id: null, rating: 5 }),
    ...waitingRows(world, row, who.key, at), ...companionRows(world, row, hour),
    plan_goal: () => ({ parent_id: null, created_by: world.users.colleague }), plan_goal_step: () => ({ goal_id: row('plan_goal'), number: 1, said_by: 'citizen', said_on: day, due_on: null, state: 'open', recorded_by: world.users.colleague }),
    plan_agreement: () => ({ goal_id: row('plan_goal'), who: 'other', created_by: world.users.colleague }),
    plan_agreement_step: () => ({ agreement_id: row('plan_agreement'), number: 1, state: 'open', due_on: '2026-02-15', recorded_by: world.users.colleague }),
    plan_schedule: () => ({ from_day: day, to_day: null, created_by: world.users.colleague, removed_by: null, removed_at: null }),
    screening: () => ({ version: 1, recorded_by: world.users.colleague }),
    screening_answer: () => ({ screening_id: row('screening'), question: 'deployed', answer: 'yes' }),
    plan_slot: () => ({ schedule_id: row('plan_schedule'), weekday: 1, starts: '09:00', ends: '10:00', added_by: world.users.colleague, removed_by: null, removed_at: null }),
    contact_note: () => ({ contact_id: row('contact'), topic_code: 'general' }),
    contact_case: () => ({ contact_id: row('contact'), case_id: row('case_file') }),
    contact_addition: () => ({ contact_id: row('contact'), added_by: world.users.colleague, kind: 'addition' }),
    // Another entry than the one that stands.
    contact_redaction: async () => ({ contact_id: (await world.planter.plant('contact', who.id, { person_id: who.id, outcome: 'reached', channel: 'phone', kind_code: null, happened_at: new Date('2026-01-10T10:00:00Z'), minutes: null, travel_minutes: null, travel_km: null, agreed: null, next_step: null, next_on: null, together_id: null, redacted_at: new Date(), recorded_by: world.users.colleague })).id, reason: 'mistake', redacted_by: world.users.colleague, original: JSON.stringify({ agreed: world.planter.marker(who.id, 'contact_redaction', 'original') }) }),
    contact_draft: () => ({ id: randomUUID(), user_id: world.users.colleague, fields: JSON.stringify({ 'note.general': world.planter.marker(who.id, 'contact_draft', 'fields') }) }),
    // Nobody's: of whoever has the person in hand.
    task: () => ({ state: 'open', source: 'hand', source_id: null, due_on: '2026-02-15', explanation: '[]', owner_id: null, unit_id: null, repeat_every: null, repeat_unit: null, repeat_from: null, created_by: world.users.colleague, closed_by: null, closed_at: null }),
    task_event: () => ({ task_id: row('task'), kind: 'moved', due_on: '2026-02-15', owner_id: null, unit_id: null, by_user: world.users.colleague }),
    app_user: () => null,
    staff_relation: () => null,
    relation: () => null,
    // What the database made of the protection above.
    person_protection: () => null,
    person_cpr: async () => {
      const { blindIndex, seal } = await import('@/lib/platform/crypto/sealed')
      const digits = `${6101 + Math.floor(at / 30)}${70 + (at % 30)}${4100 + at}`
      for (const form of [digits, `${digits.slice(0, 6)}-${digits.slice(6)}`]) world.planter.note(form, { person: who.id, table: 'person_cpr', column: 'cipher' })
      return { kind: 'REPLACEMENT', cipher: Buffer.from(seal(digits)), keyed_hash: Buffer.from(blindIndex(digits)), birth_part: digits.slice(0, 6) }
    },
    stored_file: async () => null,
    letter: async () => ({ run_id: world.runs[0], state: 'SENT', sent_on: day, sent_at: new Date(), language: 'da', file_id: (await file([world.planter.marker(who.id, 'stored_file', 'bytes')], 'letter')).id }),
    subject_request: async () => ({ asked_by: 'self', asked_how: 'letter', received_on: day, due_on: '2026-02-15', created_by: world.users.colleague, made_at: new Date(), pdf_id: (await file([world.planter.marker(who.id, 'stored_file', 'bytes')], 'subject-export')).id }),
    legal_hold: () => (who.past === 'deleted' ? null : { review_on: '2027-01-15', created_by: world.users.colleague }),
    breach_subject: () => ({ breach_id: world.breach }),
    retention_item: () => ({ run_id: world.retention, kind: 'attempt' }),
    retention_tombstone: () => ({ run_id: world.retention, kind: 'attempt' }),
    reply: () => ({ letter_id: row('letter'), kind: 'CALL', call_time: 'ANY' }),
    reply_code: () => ({ letter_id: row('letter'), expires_at: new Date(Date.now() + 9e8), cipher: null }),
    talk: async () => ({ slot_id: (await world.planter.plant('talk_slot', '', { user_id: world.users.coordinator, starts_at: hour, ends_at: new Date(+hour + 1_800_000), place: 'Rådhuset' })).id }),
    invitation: () => ({ event_id: world.events[0], reason: 'veteran' }),
    run_member: () => ({ run_id: world.runs[0], run_group: 'SENT', reason: 'yearly-letter-due', scope: 'yearly-letter-due' }),
    run_member_change: () => ({ run_id: world.runs[0], from_group: 'TO_SEND', to_group: 'SENT', reason: 'sent' }),
    import_row: () => ({
      batch_id: world.batch, number: at + 1, verdict: 'DOUBTFUL', reasons: '[]', fingerprint: Buffer.from('probe'), cells: JSON.stringify([world.planter.marker(who.id, 'import_row', 'cells')]),
      parsed: JSON.stringify({ name: world.planter.marker(who.id, 'import_row', 'parsed') }), changes: JSON.stringify({ changes: [], heldBack: [], addition: null, joins: null, first: at + 1, candidates: [{ personId: who.id, by: 'name' }] }),
    }),
    outreach_task: () => ({ kind: 'PHONE', explanation: '[]' }),
    break_glass: () => ({ user_id: world.users.away, code: 'duty', note: 'Vagten skulle bruge et nummer i nat', until_at: new Date(Date.now() + 3_600_000), from_at: new Date() }),
    attempt: () => ({ channel: 'PHONE', outcome: 'NOT_REACHED', recorded_by: world.users.colleague }),
    wish: () => ({ kind: 'NOT_THIS_YEAR', ended_on: day }),
    outbox_message: () => ({ channel: 'EMAIL', state: 'UNCERTAIN', user_id: world.users.colleague }),
    contact_point: () => ({ kind: 'PHONE', allowed: true }),
    // Kept by triggers and by the log itself.
    audit_event: () => null,
    audit_subject: () => null,
    field_history: () => null,
  }
}

const order = ['person_role', 'letter', 'reply', 'consent', 'referral', 'referral_step', 'contact', 'task', 'case_file', 'volunteer_tie', 'volunteer_request', 'volunteer_match', 'companion_meeting']

/** Somebody with a row in every table that has people. `at`: which of them, for what must differ. */
export async function plantPerson(world: World, who: Target, at = targets.indexOf(who)): Promise<void> {
  const { planter } = world
  await planter.plant('person', who.id, { id: who.id, protection: who.protection, registered_on: '2026-01-10', source: 'test', digital_post: 'EXEMPT', language: 'da', birth_date: '1970-01-12', updated_at: new Date() })
  const own = given(world, who, at)
  const tables = planter.personTables()
  for (const table of [...order, ...tables.filter((one) => !order.includes(one))]) {
    const values = table in own ? await own[table]?.() : {}
    if (!values) continue
    const planted = await planter.plant(table, who.id, { person_id: who.id, ...values })
    if (!world.rows.has(table)) world.rows.set(table, new Map())
    world.rows.get(table)?.set(who.key, planted)
  }
}

async function plantReference(db: pg.Client): Promise<World['reference']> {
  const ids = async (table: string) => (await db.query<{ id: string }>(`SELECT id FROM ${table} ORDER BY id LIMIT 3`)).rows.map(({ id }) => id)
  return { templates: await ids('letter_template'), versions: await ids('letter_template_version'), offers: await ids('offer'), partners: await ids('partner'), units: await ids('unit'), municipality: await ids('municipality'), methodIds: await ids('method'), methods: (await db.query<{ id: string }>("SELECT v.id FROM method_version v JOIN method m ON m.id = v.method_id ORDER BY m.code <> 'naeste-skridt', v.id")).rows.map(({ id }) => id) }
}

/** What belongs to a colleague alone. */
async function plantOwn(db: pg.Client, users: Record<string, string>): Promise<Pick<World, 'search' | 'view' | 'session' | 'feed' | 'proposal' | 'retention' | 'welcome'>> {
  const { seal } = await import('@/lib/platform/crypto/sealed')
  const feed = randomBytes(32).toString('base64url')
  const welcome = randomBytes(32).toString('base64url')
  await db.query("INSERT INTO user_invitation (user_id, token_hash, expires_at) VALUES ($1, $2, now() - interval '1 day')", [users.away, createHash('sha256').update(welcome).digest()])
  // The demo has one under way, and there is one at a time.
  await db.query("UPDATE retention_run SET state = 'CANCELLED', cancelled_by = $1 WHERE state IN ('PROPOSED', 'APPROVED')", [users.officer])
  const later = new Date(Date.now() + 7_200_000)
  const made = async (sql: string, values: unknown[]) => String((await db.query(`${sql} RETURNING id`, values)).rows[0].id)
  return {
    search: await made('INSERT INTO person_search (user_id, query) VALUES ($1, $2)', [users.colleague, Buffer.from(seal('Højgaard'))]),
    view: await made("INSERT INTO case_view (owner_id, name, search) VALUES ($1, 'Stille', 'queue=silent')", [users.colleague]),
    session: await made("INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at) VALUES ($1, $2, 'Chrome, Linux', $3, $3)", [users.colleague, randomBytes(32), later]),
    feed,
    welcome,
    retention: await made("INSERT INTO retention_run (as_of, proposed_by) VALUES (current_date, $1)", [users.officer]),
    proposal: await made("INSERT INTO right_proposal (user_id, role, reason, proposed_by) VALUES ($1, 'VOLUNTEER', 'Prøvens egen grund', $2)", [users.away, users.administrator]),
  }
}

async function plantCodes(db: pg.Client, world: World): Promise<void> {
  const make = async (name: keyof World['codes'], expires: string, revoked: string) => {
    const code = Array.from(randomUUID().replaceAll('-', '').slice(0, 16), (letter) => 'ACDEFGHJKMNPQRTU'[parseInt(letter, 16)]).join('')
    await db.query(`INSERT INTO reply_code (person_id, letter_id, code_hash, expires_at, revoked_at) VALUES ($1, $2, $3, ${expires}, ${revoked})`, [target('ordinary').id, world.rows.get('letter')?.get('ordinary')?.id, createHash('sha256').update(code).digest()])
    world.codes[name] = code
  }
  await make('live', "now() + interval '9 days'", 'NULL')
  await make('expired', "now() - interval '1 day'", 'NULL')
  await make('revoked', "now() + interval '9 days'", "now() - interval '1 day'")
}

async function plantPast(db: pg.Client, world: World): Promise<void> {
  for (const who of targets) {
    if (who.past === 'role-ended') await db.query('UPDATE person_role SET to_day = current_date - 1 WHERE person_id = $1', [who.id])
    if (who.past === 'merged') await db.query('UPDATE person SET merged_into_id = $2 WHERE id = $1', [who.id, target(who.kind === 'REFUGEE' ? 'refugee' : 'ordinary').id])
    if (who.past !== 'deleted') continue
    // Every trace but the ids the probes keep: what was in the register last week must answer as what never was.
    await db.query('DELETE FROM duplicate_pair WHERE left_id = $1 OR right_id = $1', [who.id])
    await db.query('DELETE FROM person_merge WHERE kept_id = $1 OR merged_id = $1', [who.id])
    await db.query('DELETE FROM relation WHERE person_id = $1 OR related_person_id = $1', [who.id])
    for (const table of ['reply', 'reply_code', 'outreach_task', 'wish', ...world.planter.personTables().filter((one) => one !== 'letter'), 'letter']) if (!/^audit/.test(table)) await db.query(`DELETE FROM "${table}" WHERE person_id = $1`, [who.id])
    await db.query('DELETE FROM person WHERE id = $1', [who.id])
  }
}
