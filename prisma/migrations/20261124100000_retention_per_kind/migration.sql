-- What casework writes most of has kinds of its own (ADR 0058, ADR 0019): contacts, screenings, plans, cases, meetings, consents, and what volunteers did for somebody. Off until the municipality decides, with the dry run, the second person and the archive of all the others.

-- Whether somebody the record tells of has records that must stay.
CREATE FUNCTION access.record_held(wanted_kind text, wanted uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE wanted_kind WHEN 'audit_log' THEN access.log_held(wanted)
    WHEN 'contact' THEN access.held(person) OR EXISTS (SELECT 1 FROM contact c JOIN contact o ON o.together_id = c.together_id WHERE c.id = wanted AND access.held(o.person_id))
    ELSE person IS NOT NULL AND access.held(person) END $$;

-- The records that must be gone before this one. A case is the frame of what was written in it, a meeting of what was on its agenda, and the proof that somebody said yes stays longer than what was told on their word:
-- whatever was written about them before the consent ended. Which of it was read is not written anywhere but in the log, and the log goes by itself.
CREATE FUNCTION access.retention_needs(wanted_kind text, wanted uuid[]) RETURNS TABLE (row_key uuid, needs_kind text, needs_key uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.case_id, 'contact', k.contact_id FROM contact_case k WHERE wanted_kind = 'case_file' AND k.case_id = ANY (wanted)
  UNION ALL SELECT i.case_id, 'meeting_item', i.id FROM meeting_item i WHERE wanted_kind = 'case_file' AND i.case_id = ANY (wanted)
  UNION ALL SELECT i.meeting_id, 'meeting_item', i.id FROM meeting_item i WHERE wanted_kind = 'meeting' AND i.meeting_id = ANY (wanted)
  UNION ALL SELECT i.came_from, 'meeting_item', i.id FROM meeting_item i WHERE wanted_kind = 'meeting' AND i.came_from = ANY (wanted)
  UNION ALL SELECT b.power_of_attorney_id, CASE WHEN b.request_id IS NULL THEN 'companion_meeting' ELSE 'volunteer_request' END, coalesce(b.request_id, b.id) FROM companion_meeting b WHERE wanted_kind = 'power_of_attorney' AND b.power_of_attorney_id = ANY (wanted)
  UNION ALL SELECT c.id, told.kind, told.id FROM consent c LEFT JOIN consent_withdrawal w ON w.consent_id = c.id JOIN (
      SELECT 'contact' AS kind, x.id, x.person_id, x.recorded_at AS written FROM contact x
      UNION ALL SELECT 'screening', x.id, x.person_id, x.recorded_at FROM screening x
      UNION ALL SELECT 'progress_measurement', x.id, x.person_id, x.recorded_at FROM progress_measurement x
      UNION ALL SELECT 'plan_goal', x.id, x.person_id, x.created_at FROM plan_goal x WHERE x.parent_id IS NULL
      UNION ALL SELECT 'plan_agreement', x.id, x.person_id, x.created_at FROM plan_agreement x WHERE x.goal_id IS NULL
      UNION ALL SELECT 'plan_schedule', x.id, x.person_id, x.created_at FROM plan_schedule x
      UNION ALL SELECT 'meeting_item', x.id, x.person_id, x.marked_at FROM meeting_item x
      UNION ALL SELECT 'case_file', x.id, x.person_id, x.opened_at FROM case_file x
      UNION ALL SELECT 'volunteer_request', x.id, x.person_id, x.created_at FROM volunteer_request x
      UNION ALL SELECT 'companion_meeting', x.id, x.person_id, x.created_at FROM companion_meeting x WHERE x.request_id IS NULL) told ON told.person_id = c.person_id
    WHERE wanted_kind = 'consent' AND c.id = ANY (wanted) AND (told.written AT TIME ZONE 'Europe/Copenhagen')::date <= least(c.expires_on, w.withdrawn_on) $$;

-- As before, with the new kinds; how the casework with somebody stands is asked once for all of them.
CREATE OR REPLACE FUNCTION access.retention_candidates() RETURNS TABLE (kind text, row_key uuid, person_id uuid, anchor_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH
  -- How the casework with somebody stands: whether any case is open or on hold, and when the last of them and its aftercare ended.
  life AS (SELECT c.person_id, bool_or(s.state IS DISTINCT FROM 'closed') AS open, max(greatest(s.from_day, s.until_day)) AS ended FROM case_file c
    LEFT JOIN LATERAL (SELECT x.state, x.from_day, x.until_day FROM case_state x WHERE x.case_id = c.id ORDER BY x.number DESC LIMIT 1) s ON true GROUP BY c.person_id),
  -- Whose casework stays whole for now: a case is open, or somebody has asked to see what there is.
  kept AS (SELECT f.person_id FROM life f WHERE f.open UNION SELECT s.person_id FROM subject_request s WHERE s.handed_on IS NULL AND s.closed_on IS NULL),
  -- What an open task came from stays with it.
  todo AS (SELECT t.source_id AS id FROM task t WHERE t.closed_at IS NULL AND t.source IN ('contact', 'plan', 'meeting')),
  said AS (SELECT coalesce(c.together_id, c.id) AS id, max(greatest((c.happened_at AT TIME ZONE 'Europe/Copenhagen')::date, (c.redacted_at AT TIME ZONE 'Europe/Copenhagen')::date, f.ended, (SELECT max((a.added_at AT TIME ZONE 'Europe/Copenhagen')::date) FROM contact_addition a WHERE a.contact_id = c.id))) AS last,
      bool_or(EXISTS (SELECT 1 FROM kept k WHERE k.person_id = c.person_id) OR EXISTS (SELECT 1 FROM todo t WHERE t.id = c.id)) AS kept
    FROM contact c LEFT JOIN life f ON f.person_id = c.person_id GROUP BY 1),
  agreed AS (SELECT a.id, a.person_id, a.goal_id, greatest((a.created_at AT TIME ZONE 'Europe/Copenhagen')::date, (SELECT max(greatest(s.due_on, (s.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date)) FROM plan_agreement_step s WHERE s.agreement_id = a.id)) AS last, EXISTS (SELECT 1 FROM todo t WHERE t.id = a.id) AS kept FROM plan_agreement a),
  goal AS (SELECT coalesce(g.parent_id, g.id) AS id, max(greatest((g.created_at AT TIME ZONE 'Europe/Copenhagen')::date, (SELECT max((s.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date) FROM plan_goal_step s WHERE s.goal_id = g.id), u.last)) AS last, coalesce(bool_or(u.kept), false) AS kept
    FROM plan_goal g LEFT JOIN (SELECT a.goal_id, max(a.last) AS last, bool_or(a.kept) AS kept FROM agreed a GROUP BY 1) u ON u.goal_id = g.id GROUP BY 1),
  -- Over on its last day, the day before a later one begins, or when it was taken out.
  week AS (SELECT s.id, s.person_id, s.from_day, least(s.to_day, (s.removed_at AT TIME ZONE 'Europe/Copenhagen')::date, (SELECT min(n.from_day) - 1 FROM plan_schedule n WHERE n.person_id = s.person_id AND n.removed_at IS NULL AND (n.from_day, n.created_at) > (s.from_day, s.created_at))) AS over FROM plan_schedule s)
  -- People who died or moved away and have not come back, with everything about them. Not while a letter run that counts them is open.
  SELECT 'person', p.id, p.id, coalesce(p.died_on, p.moved_away_on) FROM person p
    WHERE p.merged_into_id IS NULL AND p.source <> 'erased' AND (p.died_on IS NOT NULL OR (p.moved_away_on IS NOT NULL AND NOT coalesce(p.moved_in_on > p.moved_away_on, false)))
      AND NOT EXISTS (SELECT 1 FROM run_member m JOIN run r ON r.id = m.run_id WHERE m.person_id = p.id AND r.state NOT IN ('CLOSED', 'CANCELLED'))
      AND NOT EXISTS (SELECT 1 FROM subject_request s WHERE s.person_id = p.id AND s.handed_on IS NULL AND s.closed_on IS NULL)
  UNION ALL SELECT 'attempt', a.id, a.person_id, a.happened_on FROM attempt a
  -- What is measured is compared with what was measured first: not while a case of the person is open, and from the end of the last one and its aftercare.
  UNION ALL SELECT 'progress_measurement', m.id, m.person_id, greatest(m.measured_on, f.ended) FROM progress_measurement m LEFT JOIN life f ON f.person_id = m.person_id WHERE NOT coalesce(f.open, false)
  UNION ALL SELECT 'task', t.id, t.person_id, (t.closed_at AT TIME ZONE 'Europe/Copenhagen')::date FROM task t WHERE t.closed_at IS NOT NULL
  UNION ALL SELECT 'reply', r.id, r.person_id, (r.received_at AT TIME ZONE 'Europe/Copenhagen')::date FROM reply r
  UNION ALL SELECT 'talk', t.id, t.person_id, (s.ends_at AT TIME ZONE 'Europe/Copenhagen')::date FROM talk t JOIN talk_slot s ON s.id = t.slot_id
  -- The newest letter of a person is what the next year is counted from: it goes with the person, not before.
  UNION ALL SELECT 'letter', l.id, l.person_id, l.sent_on FROM letter l WHERE l.sent_on IS NOT NULL AND EXISTS (SELECT 1 FROM letter n WHERE n.person_id = l.person_id AND n.sent_on > l.sent_on)
  UNION ALL SELECT 'outbox_message', o.id, o.person_id, (o.created_at AT TIME ZONE 'Europe/Copenhagen')::date FROM outbox_message o WHERE o.state IN ('SENT', 'FAILED', 'CANCELLED')
  UNION ALL SELECT 'import_row', i.id, i.person_id, (b.created_at AT TIME ZONE 'Europe/Copenhagen')::date FROM import_row i JOIN import_batch b ON b.id = i.batch_id WHERE b.state IN ('CONFIRMED', 'UNDONE', 'ABANDONED')
  UNION ALL SELECT 'subject_request', q.id, q.person_id, coalesce(q.handed_on, q.closed_on) FROM subject_request q WHERE q.handed_on IS NOT NULL OR q.closed_on IS NOT NULL
  -- Counted from the day it was judged, or found where nobody has; what was said about it goes with it.
  UNION ALL SELECT 'volunteer', e.volunteer_id, NULL, e.on_day FROM volunteer_step e WHERE e.step = 'ended' AND NOT EXISTS (SELECT 1 FROM volunteer_step n WHERE n.volunteer_id = e.volunteer_id AND n.number > e.number) AND NOT EXISTS (SELECT 1 FROM volunteer_pair_step h WHERE h.volunteer_id = e.volunteer_id AND access.held(h.person_id))
  UNION ALL SELECT 'unusual_lookup', l.id, l.about_id, (coalesce((SELECT max(v.decided_at) FROM unusual_verdict v WHERE v.lookup_id = l.id), l.found_at) AT TIME ZONE 'Europe/Copenhagen')::date FROM unusual_lookup l
  -- Whole Danish months that are over, from the oldest that still stands.
  UNION ALL SELECT 'audit_log', access.log_key(m.month), NULL, (m.month + interval '1 month - 1 day')::date FROM (
    SELECT month::date AS month FROM generate_series(date_trunc('month', (SELECT min(sealed_at) FROM audit_seal WHERE no > access.log_pruned()) AT TIME ZONE 'Europe/Copenhagen'), date_trunc('month', access.today() - interval '1 month'), '1 month') AS month) m
    WHERE EXISTS (SELECT 1 FROM audit_seal s WHERE s.no > access.log_pruned() AND s.sealed_at >= m.month::timestamp AT TIME ZONE 'Europe/Copenhagen' AND s.sealed_at < (m.month + interval '1 month') AT TIME ZONE 'Europe/Copenhagen')
  -- Of these, a kind whose rule is off is not gone through at all.
  -- One talk with several is one record to each of them, and tells of all: it goes when it may go for the last of them.
  UNION ALL SELECT 'contact', c.id, c.person_id, t.last FROM contact c JOIN said t ON t.id = coalesce(c.together_id, c.id) WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'contact') AND NOT t.kept
  -- The browser makes up its id: one that two have stays, because a list names a record once.
  UNION ALL SELECT 'contact_draft', d.id, d.person_id, (d.saved_at AT TIME ZONE 'Europe/Copenhagen')::date FROM contact_draft d WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'contact_draft') AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.person_id = d.person_id) AND NOT EXISTS (SELECT 1 FROM contact_draft o WHERE o.id = d.id AND o.user_id <> d.user_id)
  UNION ALL SELECT 'screening', s.id, s.person_id, greatest((s.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date, f.ended) FROM screening s LEFT JOIN life f ON f.person_id = s.person_id WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'screening') AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.person_id = s.person_id)
  -- With its parts and what was agreed under them.
  UNION ALL SELECT 'plan_goal', g.id, g.person_id, greatest(w.last, f.ended) FROM plan_goal g JOIN goal w ON w.id = g.id LEFT JOIN life f ON f.person_id = g.person_id WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'plan_goal') AND NOT w.kept AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.person_id = g.person_id)
  UNION ALL SELECT 'plan_agreement', a.id, a.person_id, greatest(a.last, f.ended) FROM agreed a LEFT JOIN life f ON f.person_id = a.person_id WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'plan_agreement') AND a.goal_id IS NULL AND NOT a.kept AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.person_id = a.person_id)
  -- One that holds today, of somebody who never had a case, is in use.
  UNION ALL SELECT 'plan_schedule', s.id, s.person_id, greatest(s.from_day, s.over, f.ended) FROM week s LEFT JOIN life f ON f.person_id = s.person_id WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'plan_schedule') AND coalesce(s.over, f.ended) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.person_id = s.person_id)
  -- Closed, and its aftercare over. access.retention_needs says what has to be gone before.
  UNION ALL SELECT 'case_file', c.id, c.person_id, greatest(s.from_day, s.until_day) FROM case_file c
    CROSS JOIN LATERAL (SELECT x.state, x.from_day, x.until_day FROM case_state x WHERE x.case_id = c.id ORDER BY x.number DESC LIMIT 1) s
    WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'case_file') AND s.state = 'closed' AND NOT EXISTS (SELECT 1 FROM subject_request q WHERE q.person_id = c.person_id AND q.handed_on IS NULL AND q.closed_on IS NULL)
  -- A case on the agenda of a meeting, with what was decided: each case its own, so that one that runs on does not keep the others.
  UNION ALL SELECT 'meeting_item', i.id, i.person_id, greatest(m.on_day, s.from_day, s.until_day, (SELECT max((n.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date) FROM meeting_minute n WHERE n.item_id = i.id)) FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
    CROSS JOIN LATERAL (SELECT x.state, x.from_day, x.until_day FROM case_state x WHERE x.case_id = i.case_id ORDER BY x.number DESC LIMIT 1) s
    WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'meeting_item') AND s.state = 'closed' AND NOT EXISTS (SELECT 1 FROM subject_request q WHERE q.person_id = i.person_id AND q.handed_on IS NULL AND q.closed_on IS NULL)
      AND NOT EXISTS (SELECT 1 FROM meeting_minute n JOIN todo t ON t.id = n.id WHERE n.item_id = i.id)
  UNION ALL SELECT 'meeting', m.id, NULL, greatest(m.on_day, (m.held_at AT TIME ZONE 'Europe/Copenhagen')::date, (m.cancelled_at AT TIME ZONE 'Europe/Copenhagen')::date) FROM meeting m WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'meeting')
  -- From the day it ended, whichever way came first.
  UNION ALL SELECT 'consent', c.id, c.person_id, least(c.expires_on, w.withdrawn_on) FROM consent c LEFT JOIN consent_withdrawal w ON w.consent_id = c.id WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'consent') AND NOT EXISTS (SELECT 1 FROM subject_request q WHERE q.person_id = c.person_id AND q.handed_on IS NULL AND q.closed_on IS NULL)
  -- What somebody asked for, the volunteer they met and how it went: withdrawn, or the match is over.
  UNION ALL SELECT 'volunteer_request', r.id, r.person_id, greatest((s.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date, e.ended_on, (b.ends_at AT TIME ZONE 'Europe/Copenhagen')::date, (SELECT max(greatest(t.on_day, (t.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date)) FROM companion_step t WHERE t.meeting_id = b.id), f.ended) FROM volunteer_request r
    CROSS JOIN LATERAL (SELECT x.state, x.recorded_at FROM volunteer_request_state x WHERE x.request_id = r.id ORDER BY x.number DESC LIMIT 1) s
    LEFT JOIN volunteer_match m ON m.request_id = r.id LEFT JOIN volunteer_match_end e ON e.match_id = m.id LEFT JOIN companion_meeting b ON b.request_id = r.id LEFT JOIN life f ON f.person_id = r.person_id
    WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'volunteer_request') AND s.state <> 'waiting' AND (m.id IS NULL OR e.id IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.person_id = r.person_id)
  UNION ALL SELECT 'companion_meeting', b.id, b.person_id, greatest((b.ends_at AT TIME ZONE 'Europe/Copenhagen')::date, (SELECT max(greatest(t.on_day, (t.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date)) FROM companion_step t WHERE t.meeting_id = b.id), f.ended) FROM companion_meeting b LEFT JOIN life f ON f.person_id = b.person_id
    WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'companion_meeting') AND b.request_id IS NULL AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.person_id = b.person_id)
  UNION ALL SELECT 'power_of_attorney', p.id, p.person_id, coalesce(p.ended_on, p.to_day) FROM power_of_attorney p WHERE (SELECT r.active FROM retention_rule r WHERE r.kind = 'power_of_attorney') AND NOT EXISTS (SELECT 1 FROM subject_request q WHERE q.person_id = p.person_id AND q.handed_on IS NULL AND q.closed_on IS NULL) $$;

-- What may go on this day by the rules in force. The period's last day is still kept: due_on itself is not past. Months too short end on their last day, as everywhere in the product.
CREATE OR REPLACE FUNCTION access.retention_due(on_day date) RETURNS TABLE (kind text, row_key uuid, person_id uuid, anchor_on date, due_on date, archive boolean, held boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH past AS MATERIALIZED (SELECT c.kind, c.row_key, c.person_id, c.anchor_on, d.due, r.archive, (SELECT EXISTS (SELECT 1 FROM legal_hold h WHERE h.ended_at IS NULL)) AND access.record_held(c.kind, c.row_key, c.person_id) AS held
    FROM access.retention_candidates() c JOIN retention_rule r ON r.kind = c.kind AND r.active
    CROSS JOIN LATERAL (SELECT (c.anchor_on + CASE r.unit WHEN 'DAY' THEN make_interval(days => r.length) WHEN 'MONTH' THEN make_interval(months => r.length) ELSE make_interval(years => r.length) END)::date AS due) d
    WHERE d.due < on_day AND (current_setting('role') = 'indgang_worker' OR access.may('retention.read'))),
  -- What rests on something else goes with it or after it. Consents last: they rest on records that may be waiting themselves. NOT IN is looked up in a hash whatever the planner expects: of a first list there are a hundred thousand.
  needs AS MATERIALIZED (SELECT p.kind, n.* FROM (SELECT x.kind, array_agg(x.row_key) AS ids FROM past x WHERE x.kind IN ('case_file', 'meeting', 'power_of_attorney', 'consent') GROUP BY 1) p CROSS JOIN LATERAL access.retention_needs(p.kind, p.ids) n),
  waits AS (SELECT n.kind, n.row_key FROM needs n WHERE (n.needs_kind, n.needs_key) NOT IN (SELECT g.kind, g.row_key FROM past g WHERE NOT g.held)),
  going AS MATERIALIZED (SELECT p.* FROM past p WHERE p.held OR (p.kind, p.row_key) NOT IN (SELECT w.kind, w.row_key FROM waits w)),
  later AS (SELECT n.row_key FROM needs n WHERE n.kind = 'consent' AND (n.needs_kind, n.needs_key) NOT IN (SELECT g.kind, g.row_key FROM going g WHERE NOT g.held))
  SELECT g.* FROM going g WHERE g.held OR g.kind <> 'consent' OR g.row_key NOT IN (SELECT l.row_key FROM later l) $$;

CREATE OR REPLACE FUNCTION access.propose_retention(on_day date) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE made uuid := uuidv7();
BEGIN
  IF NOT access.may('retention.manage') OR on_day > (now() AT TIME ZONE 'Europe/Copenhagen')::date THEN RAISE EXCEPTION 'Not allowed' USING ERRCODE = 'insufficient_privilege'; END IF;
  INSERT INTO retention_run (id, as_of, proposed_by) VALUES (made, on_day, access.uid());
  INSERT INTO retention_item (run_id, kind, row_key, person_id, anchor_on, due_on, archive)
    SELECT made, d.kind, d.row_key, d.person_id, d.anchor_on, d.due_on, d.archive FROM access.retention_due(on_day) d WHERE NOT d.held
    -- The job takes them in this order: what others rest on before what rests on it.
    ORDER BY array_position(ARRAY['case_file', 'meeting', 'power_of_attorney', 'consent'], d.kind) NULLS FIRST, d.kind, d.row_key;
  IF NOT FOUND THEN RAISE EXCEPTION 'Nothing is due' USING ERRCODE = 'no_data_found'; END IF;
  RETURN made;
END $$;

CREATE OR REPLACE FUNCTION access.retention_image(wanted_kind text, wanted uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE part record; found jsonb; result jsonb := '{}'; ids uuid[];
BEGIN
  IF wanted_kind <> 'person' THEN
    EXECUTE format('SELECT to_jsonb(x) FROM public.%I x WHERE x.id = $1', wanted_kind) INTO found USING wanted;
    IF found IS NULL THEN RETURN NULL; END IF;
    result := access.both_images(jsonb_build_object(wanted_kind, jsonb_build_array(found)), access.cascade_image(wanted_kind, ARRAY[wanted]));
    -- What access.erase_record takes along by itself.
    IF wanted_kind = 'unusual_lookup' THEN result := access.both_images(result, jsonb_build_object('unusual_verdict', (SELECT coalesce(jsonb_agg(to_jsonb(v)), '[]') FROM unusual_verdict v WHERE v.lookup_id = wanted))); END IF;
    IF wanted_kind = 'letter' THEN result := access.both_images(result, jsonb_build_object('reply_code', (SELECT coalesce(jsonb_agg(to_jsonb(c) - 'code_hash' - 'cipher'), '[]') FROM reply_code c WHERE c.letter_id = wanted))); END IF;
    IF wanted_kind = 'plan_goal' THEN
      ids := ARRAY(SELECT a.id FROM plan_agreement a JOIN plan_goal g ON g.id = a.goal_id WHERE wanted IN (g.id, g.parent_id));
      IF ids <> '{}' THEN result := access.both_images(access.both_images(result, jsonb_build_object('plan_agreement', (SELECT jsonb_agg(to_jsonb(a)) FROM plan_agreement a WHERE a.id = ANY (ids)))), access.cascade_image('plan_agreement', ids)); END IF;
    END IF;
    -- The part of volunteers stands as other migrations know it; the catalogue finds the same rows, and each is there once.
    result := access.both_images(result, CASE wanted_kind WHEN 'volunteer' THEN jsonb_build_object('stored_file', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'sha256', f.sha256, 'base64', encode(f.bytes, 'base64'))), '[]') FROM stored_file f JOIN expense_receipt kept ON kept.file_id = f.id JOIN volunteer_expense e ON e.id = kept.expense_id WHERE e.volunteer_id = wanted),
          'volunteer_training', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM volunteer_training t WHERE t.volunteer_id = wanted)) ELSE '{}' END);
    -- Files of any of the rows.
    RETURN access.both_images(result, coalesce((SELECT jsonb_build_object('stored_file', jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'sha256', f.sha256, 'base64', encode(f.bytes, 'base64'))))
      FROM stored_file f WHERE f.id IN (SELECT (v ->> k)::uuid FROM jsonb_each(result) e CROSS JOIN jsonb_array_elements(e.value) v CROSS JOIN unnest(ARRAY['file_id', 'pdf_id', 'bundle_id']) k WHERE v ->> k IS NOT NULL) HAVING count(*) > 0), '{}'));
  END IF;
  ids := ARRAY(SELECT p.id FROM person p WHERE p.id = wanted OR p.merged_into_id = wanted);
  FOR part IN SELECT l.tab AS name, string_agg(format('x.%I = ANY ($1)', l.col), ' OR ') AS mine,
      (SELECT string_agg(CASE WHEN l.tab = 'stored_file' AND a.attname = 'bytes' THEN '''base64'', encode(x.bytes, ''base64'')' ELSE format('%L, x.%I', a.attname, a.attname) END, ', ' ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = format('public.%I', l.tab)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND (a.atttypid <> 'bytea'::regtype OR (l.tab = 'stored_file' AND a.attname = 'bytes'))) AS columns
    FROM access.subject_links() l GROUP BY l.tab
  LOOP
    EXECUTE format('SELECT jsonb_agg(jsonb_build_object(%s)) FROM public.%I x WHERE %s', part.columns, part.name, part.mine) INTO found USING ids;
    IF found IS NOT NULL THEN result := result || jsonb_build_object(part.name, found); END IF;
  END LOOP;
  -- What access.erase_record takes along by itself.
  RETURN access.both_images(result, jsonb_build_object('staff_relation', (SELECT coalesce(jsonb_agg(to_jsonb(s) - 'stated_hash'), '[]') FROM staff_relation s WHERE s.person_id = ANY (ids)), 'subject_request', (SELECT coalesce(jsonb_agg(to_jsonb(q)), '[]') FROM subject_request q WHERE q.person_id = ANY (ids)),
    'subject_redaction', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM subject_redaction d JOIN subject_request q ON q.id = d.request_id WHERE q.person_id = ANY (ids))));
END $$;

CREATE OR REPLACE FUNCTION access.erase_record(wanted_kind text, wanted uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; ids uuid[]; files uuid[]; gone boolean; hits integer;
BEGIN
  IF wanted_kind = 'audit_log' THEN RETURN access.prune_log(wanted) > 0; END IF;
  IF wanted_kind <> 'person' THEN
    IF wanted_kind NOT IN ('attempt', 'volunteer', 'reply', 'talk', 'letter', 'outbox_message', 'import_row', 'subject_request', 'unusual_lookup', 'progress_measurement', 'task',
      'contact', 'contact_draft', 'screening', 'plan_goal', 'plan_agreement', 'plan_schedule', 'case_file', 'meeting_item', 'meeting', 'consent', 'volunteer_request', 'companion_meeting', 'power_of_attorney') THEN RAISE EXCEPTION 'No such kind'; END IF;
    IF wanted_kind = 'letter' THEN
      files := ARRAY(SELECT l.file_id FROM letter l WHERE l.id = wanted AND l.file_id IS NOT NULL);
      DELETE FROM reply_code WHERE letter_id = wanted;
    ELSIF wanted_kind = 'subject_request' THEN
      files := ARRAY(SELECT f FROM subject_request q, unnest(ARRAY[q.pdf_id, q.bundle_id]) f WHERE q.id = wanted AND f IS NOT NULL);
    ELSIF wanted_kind = 'unusual_lookup' THEN
      DELETE FROM unusual_verdict WHERE lookup_id = wanted;
    ELSIF wanted_kind = 'plan_goal' THEN
      DELETE FROM plan_agreement a USING plan_goal g WHERE g.id = a.goal_id AND wanted IN (g.id, g.parent_id);
    END IF;
    EXECUTE format('DELETE FROM public.%I WHERE id = $1', wanted_kind) USING wanted;
    GET DIAGNOSTICS hits = ROW_COUNT;
    DELETE FROM stored_file WHERE id = ANY (files);
    RETURN hits > 0;
  END IF;
  ids := ARRAY(SELECT p.id FROM person p WHERE p.id = wanted OR p.merged_into_id = wanted);
  SELECT count(*) > 0 INTO gone FROM person p WHERE p.id = ANY (ids) AND p.source <> 'erased';
  FOR r IN SELECT l.tab, string_agg(format('%I = ANY ($1)', l.col), ' OR ') AS mine FROM access.subject_links() l
    WHERE l.tab NOT IN ('person', 'run_member', 'run_member_change', 'field_history') GROUP BY l.tab
    -- What points at other rows of the person before what is pointed at.
    ORDER BY array_position(ARRAY['reply_code', 'reply', 'letter', 'companion_meeting'], l.tab) NULLS LAST
  LOOP
    EXECUTE format('DELETE FROM public.%I WHERE %s', r.tab, r.mine) USING ids;
  END LOOP;
  DELETE FROM staff_relation WHERE person_id = ANY (ids);
  DELETE FROM subject_request WHERE person_id = ANY (ids);
  UPDATE app_user SET person_id = NULL WHERE person_id = ANY (ids);
  UPDATE run_member SET note = NULL WHERE person_id = ANY (ids) AND note IS NOT NULL;
  UPDATE person SET first_name = '–', last_name = '–', birth_date = NULL, language = 'da', interpreter_needed = false, large_print = false, sign_language = false, communication_note = NULL, digital_post = 'UNKNOWN',
    protection = 'P0', protection_source = NULL, protection_review_on = NULL, registered_on = date '1900-01-01', moved_in_on = NULL, moved_away_on = NULL, died_on = NULL, source = 'erased', version = version + 1
    WHERE id = ANY (ids) AND source <> 'erased';
  -- Last: emptying the rows above wrote what they held into the history.
  DELETE FROM field_history WHERE person_id = ANY (ids);
  RETURN gone;
END $$;

CREATE OR REPLACE FUNCTION access.erase_items(items uuid[]) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE i record; done integer := 0;
BEGIN
  FOR i IN SELECT t.*, u.approved_by, ru.length || ' ' || ru.unit || ' – ' || ru.source AS rule FROM retention_item t JOIN retention_run u ON u.id = t.run_id JOIN retention_rule ru ON ru.kind = t.kind
    WHERE t.id = ANY (items) AND u.state = 'APPROVED' AND u.approved_by IS NOT NULL AND u.approved_by <> u.proposed_by AND t.erased_at IS NULL AND t.skipped IS NULL AND (t.receipt IS NOT NULL OR NOT t.archive)
    ORDER BY t.id FOR UPDATE OF t
  LOOP
    IF access.record_held(i.kind, i.row_key, i.person_id) THEN UPDATE retention_item SET skipped = 'held' WHERE id = i.id; CONTINUE; END IF;
    IF EXISTS (SELECT 1 FROM access.retention_needs(i.kind, ARRAY[i.row_key])) THEN UPDATE retention_item SET skipped = 'changed' WHERE id = i.id; CONTINUE; END IF;
    PERFORM access.erase_record(i.kind, i.row_key);
    INSERT INTO retention_tombstone (kind, row_key, person_id, run_id, rule, approved_by, receipt) VALUES (i.kind, i.row_key, i.person_id, i.run_id, i.rule, i.approved_by, i.receipt) ON CONFLICT DO NOTHING;
    UPDATE retention_item SET erased_at = now() WHERE id = i.id;
    done := done + 1;
  END LOOP;
  RETURN done;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.record_held(text, uuid, uuid)', 'access.retention_needs(text, uuid[])'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
