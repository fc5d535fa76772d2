-- The audit log's own retention: whole months from the oldest end, under a seal that says so (ADR 0022). What a seal covered stays written in
-- the seal, so that the chain is still whole; what is gone without such a seal is found as before.
CREATE TABLE "audit_prune" (
    "no" BIGINT NOT NULL,
    "pruned_at" TIMESTAMPTZ NOT NULL,
    "through" BIGINT NOT NULL,
    "seal" BYTEA NOT NULL,
    "events" INTEGER NOT NULL,
    "run_id" UUID NOT NULL,
    "previous" BYTEA NOT NULL,
    "mac" BYTEA NOT NULL,
    CONSTRAINT "audit_prune_pkey" PRIMARY KEY ("no")
);
CREATE UNIQUE INDEX "audit_prune_through_key" ON "audit_prune"("through");
ALTER TABLE audit_prune ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_prune FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON audit_prune TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON audit_prune TO indgang_worker USING (true) WITH CHECK (true);
CREATE POLICY app_read ON audit_prune FOR SELECT TO indgang_app USING ((SELECT access.may('audit.read')));
GRANT SELECT ON audit_prune TO indgang_app, indgang_definer;
-- Added to and never changed, as the seals.
GRANT SELECT, INSERT ON audit_prune TO indgang_worker;
-- Only through the function below.
GRANT DELETE ON audit_event, audit_subject, unusual_lookup, unusual_verdict TO indgang_definer;
-- Kept a year whatever is typed, and never in a file at the archive: it would be a copy of the log without its guards.
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_log CHECK (kind <> 'audit_log' OR (NOT archive AND CASE unit WHEN 'YEAR' THEN length >= 1 WHEN 'MONTH' THEN length >= 12 ELSE length >= 366 END));

-- A month of the log as the key of a record: 00000000-0000-0000-0000-000000202103.
CREATE FUNCTION access.log_key(month date) RETURNS uuid LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ('00000000-0000-0000-0000-000000' || lpad((extract(year FROM month)::int * 100 + extract(month FROM month)::int)::text, 6, '0'))::uuid $$;
-- When the month is over, in Denmark.
CREATE FUNCTION access.log_end(key uuid) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (to_date(right(key::text, 6), 'YYYYMM') + interval '1 month') AT TIME ZONE 'Europe/Copenhagen' $$;
-- The last seal whose events go with that month.
CREATE FUNCTION access.log_through(key uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT max(no) FROM audit_seal WHERE sealed_at < access.log_end(key) $$;
-- The last seal whose events have gone.
CREATE FUNCTION access.log_pruned() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(max(through), 0) FROM audit_prune $$;
-- Somebody whose records must stay was looked up in what would go. A chain has no holes: the month stays, and all after it.
CREATE FUNCTION access.log_held(key uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH held AS (SELECT h.person_id AS id FROM legal_hold h WHERE h.ended_at IS NULL UNION SELECT p.merged_into_id FROM legal_hold h JOIN person p ON p.id = h.person_id WHERE h.ended_at IS NULL
    UNION SELECT p.id FROM legal_hold h JOIN person p ON p.merged_into_id = h.person_id WHERE h.ended_at IS NULL)
  SELECT EXISTS (SELECT 1 FROM audit_event e WHERE e.person_id IN (SELECT id FROM held) AND e.at < access.log_end(key))
    OR EXISTS (SELECT 1 FROM audit_subject s JOIN audit_event e ON e.id = s.event_id WHERE s.person_id IN (SELECT id FROM held) AND e.at < access.log_end(key)) $$;
-- Takes away the events of all seals up to the end of the month: only what a prune seal covers, and nothing younger than a year.
CREATE FUNCTION access.prune_log(key uuid) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE upto bigint := access.log_through(key); covered int8multirange; gone integer;
BEGIN
  IF upto IS NULL THEN RETURN 0; END IF;
  IF upto > access.log_pruned() THEN RAISE EXCEPTION 'The log is pruned under a seal' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF access.log_end(key) > now() - interval '1 year' THEN RAISE EXCEPTION 'The log is kept for a year' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT range_agg(ranges::int8multirange) INTO covered FROM audit_seal WHERE no <= upto;
  DELETE FROM audit_subject s USING audit_event e WHERE s.event_id = e.id AND e.seq < upper(covered) AND e.seq <@ covered;
  DELETE FROM audit_event e WHERE e.seq < upper(covered) AND e.seq <@ covered;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;

-- As before, with the two new kinds.
CREATE OR REPLACE FUNCTION access.retention_candidates() RETURNS TABLE (kind text, row_key uuid, person_id uuid, anchor_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  -- People who died or moved away and have not come back, with everything about them. Not while a letter run that counts them is open.
  SELECT 'person', p.id, p.id, coalesce(p.died_on, p.moved_away_on) FROM person p
    WHERE p.merged_into_id IS NULL AND p.source <> 'erased' AND (p.died_on IS NOT NULL OR (p.moved_away_on IS NOT NULL AND NOT coalesce(p.moved_in_on > p.moved_away_on, false)))
      AND NOT EXISTS (SELECT 1 FROM run_member m JOIN run r ON r.id = m.run_id WHERE m.person_id = p.id AND r.state NOT IN ('CLOSED', 'CANCELLED'))
      AND NOT EXISTS (SELECT 1 FROM subject_request s WHERE s.person_id = p.id AND s.handed_on IS NULL AND s.closed_on IS NULL)
  UNION ALL SELECT 'attempt', a.id, a.person_id, a.happened_on FROM attempt a
  UNION ALL SELECT 'reply', r.id, r.person_id, (r.received_at AT TIME ZONE 'Europe/Copenhagen')::date FROM reply r
  UNION ALL SELECT 'talk', t.id, t.person_id, (s.ends_at AT TIME ZONE 'Europe/Copenhagen')::date FROM talk t JOIN talk_slot s ON s.id = t.slot_id
  -- The newest letter of a person is what the next year is counted from: it goes with the person, not before.
  UNION ALL SELECT 'letter', l.id, l.person_id, l.sent_on FROM letter l WHERE l.sent_on IS NOT NULL AND EXISTS (SELECT 1 FROM letter n WHERE n.person_id = l.person_id AND n.sent_on > l.sent_on)
  UNION ALL SELECT 'outbox_message', o.id, o.person_id, (o.created_at AT TIME ZONE 'Europe/Copenhagen')::date FROM outbox_message o WHERE o.state IN ('SENT', 'FAILED', 'CANCELLED')
  UNION ALL SELECT 'import_row', i.id, i.person_id, (b.created_at AT TIME ZONE 'Europe/Copenhagen')::date FROM import_row i JOIN import_batch b ON b.id = i.batch_id WHERE b.state IN ('CONFIRMED', 'UNDONE', 'ABANDONED')
  UNION ALL SELECT 'subject_request', q.id, q.person_id, coalesce(q.handed_on, q.closed_on) FROM subject_request q WHERE q.handed_on IS NOT NULL OR q.closed_on IS NOT NULL
  -- Counted from the day it was judged, or found where nobody has; what was said about it goes with it.
  UNION ALL SELECT 'unusual_lookup', l.id, l.about_id, (coalesce((SELECT max(v.decided_at) FROM unusual_verdict v WHERE v.lookup_id = l.id), l.found_at) AT TIME ZONE 'Europe/Copenhagen')::date FROM unusual_lookup l
  -- Whole Danish months that are over, from the oldest that still stands.
  UNION ALL SELECT 'audit_log', access.log_key(m.month), NULL, (m.month + interval '1 month - 1 day')::date FROM (
    SELECT month::date AS month FROM generate_series(date_trunc('month', (SELECT min(sealed_at) FROM audit_seal WHERE no > access.log_pruned()) AT TIME ZONE 'Europe/Copenhagen'), date_trunc('month', access.today() - interval '1 month'), '1 month') AS month) m
    WHERE EXISTS (SELECT 1 FROM audit_seal s WHERE s.no > access.log_pruned() AND s.sealed_at >= m.month::timestamp AT TIME ZONE 'Europe/Copenhagen' AND s.sealed_at < (m.month + interval '1 month') AT TIME ZONE 'Europe/Copenhagen') $$;
CREATE OR REPLACE FUNCTION access.retention_due(on_day date) RETURNS TABLE (kind text, row_key uuid, person_id uuid, anchor_on date, due_on date, archive boolean, held boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.kind, c.row_key, c.person_id, c.anchor_on, d.due, r.archive, CASE WHEN c.kind = 'audit_log' THEN access.log_held(c.row_key) ELSE c.person_id IS NOT NULL AND access.held(c.person_id) END
  FROM access.retention_candidates() c JOIN retention_rule r ON r.kind = c.kind AND r.active
  CROSS JOIN LATERAL (SELECT (c.anchor_on + CASE r.unit WHEN 'DAY' THEN make_interval(days => r.length) WHEN 'MONTH' THEN make_interval(months => r.length) ELSE make_interval(years => r.length) END)::date AS due) d
  WHERE d.due < on_day AND (current_setting('role') = 'indgang_worker' OR access.may('retention.read')) $$;
CREATE OR REPLACE FUNCTION access.erase_record(wanted_kind text, wanted uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; ids uuid[]; files uuid[]; gone boolean; hits integer;
BEGIN
  IF wanted_kind = 'audit_log' THEN RETURN access.prune_log(wanted) > 0; END IF;
  IF wanted_kind <> 'person' THEN
    IF wanted_kind NOT IN ('attempt', 'reply', 'talk', 'letter', 'outbox_message', 'import_row', 'subject_request', 'unusual_lookup') THEN RAISE EXCEPTION 'No such kind'; END IF;
    IF wanted_kind = 'letter' THEN
      files := ARRAY(SELECT l.file_id FROM letter l WHERE l.id = wanted AND l.file_id IS NOT NULL);
      DELETE FROM reply_code WHERE letter_id = wanted;
    ELSIF wanted_kind = 'subject_request' THEN
      files := ARRAY(SELECT f FROM subject_request q, unnest(ARRAY[q.pdf_id, q.bundle_id]) f WHERE q.id = wanted AND f IS NOT NULL);
    ELSIF wanted_kind = 'unusual_lookup' THEN
      DELETE FROM unusual_verdict WHERE lookup_id = wanted;
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
    ORDER BY array_position(ARRAY['reply_code', 'reply', 'letter'], l.tab) NULLS LAST
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
    IF (i.person_id IS NOT NULL AND access.held(i.person_id)) OR (i.kind = 'audit_log' AND access.log_held(i.row_key)) THEN UPDATE retention_item SET skipped = 'held' WHERE id = i.id; CONTINUE; END IF;
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
  FOREACH f IN ARRAY ARRAY['access.log_key(date)', 'access.log_end(uuid)', 'access.log_through(uuid)', 'access.log_pruned()', 'access.log_held(uuid)', 'access.prune_log(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.log_end(uuid), access.log_through(uuid) TO indgang_worker;
