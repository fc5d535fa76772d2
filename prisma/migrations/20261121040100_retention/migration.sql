-- Retention: how long each kind of record is kept, what a run will erase, who agreed, and what was erased. See ADR 0019.
CREATE TYPE "retention_state" AS ENUM ('PROPOSED', 'APPROVED', 'DONE', 'CANCELLED');
CREATE TABLE "retention_rule" (
    "kind" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "unit" "deadline_unit" NOT NULL,
    "source" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "archive" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("kind")
);
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_length CHECK (length BETWEEN 1 AND 1200 AND unit IN ('DAY', 'MONTH', 'YEAR'));
CREATE TABLE "legal_hold" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "review_on" DATE NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,
    "ended_by" UUID,
    "end_reason" TEXT,
    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "legal_hold_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "legal_hold_person_id_idx" ON "legal_hold"("person_id");
CREATE TABLE "retention_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "state" "retention_state" NOT NULL DEFAULT 'PROPOSED',
    "as_of" DATE NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_by" UUID,
    "approved_at" TIMESTAMPTZ,
    "cancelled_by" UUID,
    "finished_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);
ALTER TABLE retention_run ADD CONSTRAINT retention_run_approved_by_another CHECK (approved_by IS NULL OR approved_by <> proposed_by);
ALTER TABLE retention_run ADD CONSTRAINT retention_run_approved CHECK (state IN ('PROPOSED', 'CANCELLED') OR approved_by IS NOT NULL);
-- One at a time: two lists of the same rows would each tell the truth and together not.
CREATE UNIQUE INDEX "retention_run_one_open" ON "retention_run"((true)) WHERE state IN ('PROPOSED', 'APPROVED');
CREATE TABLE "retention_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "run_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "row_key" UUID NOT NULL,
    "person_id" UUID,
    "anchor_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "archive" BOOLEAN NOT NULL,
    "archived_at" TIMESTAMPTZ,
    "receipt" TEXT,
    "skipped" TEXT,
    "erased_at" TIMESTAMPTZ,
    CONSTRAINT "retention_item_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "retention_item_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "retention_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "retention_item_run_id_kind_row_key_key" ON "retention_item"("run_id", "kind", "row_key");
CREATE INDEX "retention_item_person_id_idx" ON "retention_item"("person_id");
-- What stands where something stood: ids, days and names of rules, never content.
CREATE TABLE "retention_tombstone" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "row_key" UUID NOT NULL,
    "person_id" UUID,
    "run_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "approved_by" UUID NOT NULL,
    "receipt" TEXT,
    "erased_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "retention_tombstone_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "retention_tombstone_kind_row_key_key" ON "retention_tombstone"("kind", "row_key");
CREATE INDEX "retention_tombstone_person_id_idx" ON "retention_tombstone"("person_id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['retention_rule', 'legal_hold', 'retention_run', 'retention_item', 'retention_tombstone'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_worker', t);
  END LOOP;
END $$;
-- What was erased is added by the eraser alone and changed by nobody.
REVOKE UPDATE, DELETE ON retention_tombstone FROM indgang_definer;
-- A job notes what it delivered and that it is through; the list itself, the answer of the second person and what was erased are not its to write.
GRANT UPDATE (archived_at, receipt, skipped) ON retention_item TO indgang_worker;
GRANT UPDATE (state, finished_at) ON retention_run TO indgang_worker;

GRANT SELECT, UPDATE ON retention_rule TO indgang_app;
CREATE POLICY rule_read ON retention_rule FOR SELECT TO indgang_app USING ((SELECT access.may('retention.read')));
CREATE POLICY rule_write ON retention_rule FOR UPDATE TO indgang_app USING ((SELECT access.may('retention.manage'))) WITH CHECK ((SELECT access.may('retention.manage')));
GRANT SELECT ON retention_run, retention_item, retention_tombstone TO indgang_app;
CREATE POLICY run_read ON retention_run FOR SELECT TO indgang_app USING ((SELECT access.may('retention.read')));
CREATE POLICY item_read ON retention_item FOR SELECT TO indgang_app USING ((SELECT access.may('retention.read')));
CREATE POLICY tombstone_read ON retention_tombstone FOR SELECT TO indgang_app USING ((SELECT access.may('retention.read')));
GRANT UPDATE (state, approved_by, approved_at, cancelled_by, version) ON retention_run TO indgang_app;
CREATE POLICY run_update ON retention_run FOR UPDATE TO indgang_app USING (state = 'PROPOSED' AND ((SELECT access.may('retention.approve')) OR (SELECT access.may('retention.manage'))))
  WITH CHECK ((state = 'APPROVED' AND approved_by = (SELECT access.uid()) AND (SELECT access.may('retention.approve'))) OR (state = 'CANCELLED' AND cancelled_by = (SELECT access.uid())));
GRANT SELECT, INSERT ON legal_hold TO indgang_app;
GRANT UPDATE (ended_at, ended_by, end_reason) ON legal_hold TO indgang_app;
CREATE POLICY hold_read ON legal_hold FOR SELECT TO indgang_app USING (
  (SELECT access.has_scope('retention.hold', 'metadata')) OR ((SELECT access.may('retention.hold')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = legal_hold.person_id)));
CREATE POLICY hold_insert ON legal_hold FOR INSERT TO indgang_app WITH CHECK (created_by = (SELECT access.uid()) AND (SELECT access.may('retention.hold'))
  AND ((SELECT access.has_scope('retention.hold', 'metadata')) OR EXISTS (SELECT 1 FROM person p WHERE p.id = legal_hold.person_id)));
CREATE POLICY hold_end ON legal_hold FOR UPDATE TO indgang_app USING (ended_at IS NULL AND (SELECT access.may('retention.hold'))) WITH CHECK (ended_by = (SELECT access.uid()) AND ended_at IS NOT NULL);
CREATE POLICY core_conflict ON legal_hold AS RESTRICTIVE TO indgang_app USING (NOT (person_id = ANY ((SELECT access.conflicts())::uuid[])));

-- Every record of each kind, with the day its period is counted from. A kind that is not here is kept.
CREATE FUNCTION access.retention_candidates() RETURNS TABLE (kind text, row_key uuid, person_id uuid, anchor_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
  UNION ALL SELECT 'subject_request', q.id, q.person_id, coalesce(q.handed_on, q.closed_on) FROM subject_request q WHERE q.handed_on IS NOT NULL OR q.closed_on IS NOT NULL $$;

CREATE FUNCTION access.held(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM legal_hold h WHERE h.ended_at IS NULL AND h.person_id IN (SELECT person UNION SELECT p.merged_into_id FROM person p WHERE p.id = person UNION SELECT m.id FROM person m WHERE m.merged_into_id = person)) $$;

-- What may go on this day by the rules in force. The period's last day is still kept: due_on itself is not past. Months too short end on
-- their last day, as everywhere in the product.
CREATE FUNCTION access.retention_due(on_day date) RETURNS TABLE (kind text, row_key uuid, person_id uuid, anchor_on date, due_on date, archive boolean, held boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.kind, c.row_key, c.person_id, c.anchor_on, d.due, r.archive, c.person_id IS NOT NULL AND access.held(c.person_id)
  FROM access.retention_candidates() c JOIN retention_rule r ON r.kind = c.kind AND r.active
  CROSS JOIN LATERAL (SELECT (c.anchor_on + CASE r.unit WHEN 'DAY' THEN make_interval(days => r.length) WHEN 'MONTH' THEN make_interval(months => r.length) ELSE make_interval(years => r.length) END)::date AS due) d
  WHERE d.due < on_day AND (current_setting('role') = 'indgang_worker' OR access.may('retention.read')) $$;

-- The dry run made binding: exactly these rows, and nothing that comes later.
CREATE FUNCTION access.propose_retention(on_day date) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE made uuid := uuidv7();
BEGIN
  IF NOT access.may('retention.manage') OR on_day > (now() AT TIME ZONE 'Europe/Copenhagen')::date THEN RAISE EXCEPTION 'Not allowed' USING ERRCODE = 'insufficient_privilege'; END IF;
  INSERT INTO retention_run (id, as_of, proposed_by) VALUES (made, on_day, access.uid());
  INSERT INTO retention_item (run_id, kind, row_key, person_id, anchor_on, due_on, archive)
    SELECT made, d.kind, d.row_key, d.person_id, d.anchor_on, d.due_on, d.archive FROM access.retention_due(on_day) d WHERE NOT d.held;
  IF NOT FOUND THEN RAISE EXCEPTION 'Nothing is due' USING ERRCODE = 'no_data_found'; END IF;
  RETURN made;
END $$;

-- The whole of a record, for the archive: with files as base64, without hashes and sealed numbers.
CREATE FUNCTION access.retention_image(wanted_kind text, wanted uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; found jsonb; result jsonb := '{}'; ids uuid[];
BEGIN
  IF wanted_kind <> 'person' THEN
    EXECUTE format('SELECT to_jsonb(x) FROM public.%I x WHERE x.id = $1', wanted_kind) INTO found USING wanted;
    RETURN CASE WHEN found IS NULL THEN NULL ELSE jsonb_build_object(wanted_kind, jsonb_build_array(found)) || coalesce((SELECT jsonb_build_object('stored_file', jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'sha256', f.sha256, 'base64', encode(f.bytes, 'base64'))))
      FROM stored_file f WHERE f.id IN ((found ->> 'file_id')::uuid, (found ->> 'pdf_id')::uuid, (found ->> 'bundle_id')::uuid) HAVING count(*) > 0), '{}') END;
  END IF;
  ids := ARRAY(SELECT p.id FROM person p WHERE p.id = wanted OR p.merged_into_id = wanted);
  FOR r IN SELECT l.tab AS name, string_agg(format('x.%I = ANY ($1)', l.col), ' OR ') AS mine,
      (SELECT string_agg(CASE WHEN l.tab = 'stored_file' AND a.attname = 'bytes' THEN '''base64'', encode(x.bytes, ''base64'')' ELSE format('%L, x.%I', a.attname, a.attname) END, ', ' ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = format('public.%I', l.tab)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND (a.atttypid <> 'bytea'::regtype OR (l.tab = 'stored_file' AND a.attname = 'bytes'))) AS columns
    FROM access.subject_links() l GROUP BY l.tab
  LOOP
    EXECUTE format('SELECT jsonb_agg(jsonb_build_object(%s)) FROM public.%I x WHERE %s', r.columns, r.name, r.mine) INTO found USING ids;
    IF found IS NOT NULL THEN result := result || jsonb_build_object(r.name, found); END IF;
  END LOOP;
  RETURN result;
END $$;

-- The erasing itself, of one record. Which tables a person has rows in is asked of the catalogue; what is counted (the groups of closed runs)
-- stays as numbers without a person behind them, and the person's own row as an empty one, so that the log's ids mean nobody.
CREATE FUNCTION access.erase_record(wanted_kind text, wanted uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; ids uuid[]; files uuid[]; gone boolean; hits integer;
BEGIN
  IF wanted_kind <> 'person' THEN
    IF wanted_kind NOT IN ('attempt', 'reply', 'talk', 'letter', 'outbox_message', 'import_row', 'subject_request') THEN RAISE EXCEPTION 'No such kind'; END IF;
    IF wanted_kind = 'letter' THEN
      files := ARRAY(SELECT l.file_id FROM letter l WHERE l.id = wanted AND l.file_id IS NOT NULL);
      DELETE FROM reply_code WHERE letter_id = wanted;
    ELSIF wanted_kind = 'subject_request' THEN
      files := ARRAY(SELECT f FROM subject_request q, unnest(ARRAY[q.pdf_id, q.bundle_id]) f WHERE q.id = wanted AND f IS NOT NULL);
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

-- For the job. Erases what a second person agreed to, is archived where the rule says so, and is not held back; leaves a tombstone for each.
CREATE FUNCTION access.erase_items(items uuid[]) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE i record; done integer := 0;
BEGIN
  FOR i IN SELECT t.*, u.approved_by, ru.length || ' ' || ru.unit || ' – ' || ru.source AS rule FROM retention_item t JOIN retention_run u ON u.id = t.run_id JOIN retention_rule ru ON ru.kind = t.kind
    WHERE t.id = ANY (items) AND u.state = 'APPROVED' AND u.approved_by IS NOT NULL AND u.approved_by <> u.proposed_by AND t.erased_at IS NULL AND t.skipped IS NULL AND (t.receipt IS NOT NULL OR NOT t.archive)
    ORDER BY t.id FOR UPDATE OF t
  LOOP
    IF i.person_id IS NOT NULL AND access.held(i.person_id) THEN UPDATE retention_item SET skipped = 'held' WHERE id = i.id; CONTINUE; END IF;
    PERFORM access.erase_record(i.kind, i.row_key);
    INSERT INTO retention_tombstone (kind, row_key, person_id, run_id, rule, approved_by, receipt) VALUES (i.kind, i.row_key, i.person_id, i.run_id, i.rule, i.approved_by, i.receipt) ON CONFLICT DO NOTHING;
    UPDATE retention_item SET erased_at = now() WHERE id = i.id;
    done := done + 1;
  END LOOP;
  RETURN done;
END $$;

-- After a restore: what the ledger outside says was erased is erased again. True when it had come back.
CREATE FUNCTION access.erase_again(line jsonb) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE back boolean;
BEGIN
  IF current_setting('role') <> 'indgang_worker' THEN RAISE EXCEPTION 'Only the command for restores' USING ERRCODE = 'insufficient_privilege'; END IF;
  back := access.erase_record(line ->> 'kind', (line ->> 'key')::uuid);
  INSERT INTO retention_tombstone (kind, row_key, person_id, run_id, rule, approved_by, receipt, erased_at)
    VALUES (line ->> 'kind', (line ->> 'key')::uuid, (line ->> 'person')::uuid, (line ->> 'run')::uuid, line ->> 'rule', (line ->> 'approvedBy')::uuid, line ->> 'receipt', (line ->> 'at')::timestamptz) ON CONFLICT DO NOTHING;
  RETURN back;
END $$;

-- Whose record a hold is about: as for requests.
CREATE FUNCTION access.hold_subjects(number_hash bytea, folded_name text, born date) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id FROM person p
  WHERE access.may('retention.hold') AND (access.has_scope('retention.hold', 'metadata') OR access.sees_person(p.id)) AND NOT (p.id = ANY (access.conflicts())) AND p.merged_into_id IS NULL AND p.source <> 'erased'
    AND CASE WHEN number_hash IS NOT NULL THEN EXISTS (SELECT 1 FROM person_cpr c WHERE c.person_id = p.id AND c.keyed_hash = number_hash)
      ELSE folded_name <> '' AND p.search_name = folded_name AND p.birth_date = born END
  ORDER BY p.registered_on, p.id LIMIT 5 $$;

-- Holds go with the person in a merge. The plan and the tombstones are logs: they keep the id they were written with.
CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  VALUES ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false) $$;
CREATE OR REPLACE FUNCTION access.subject_links() RETURNS TABLE (tab text, col text) LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.relname::text, a.attname::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
    AND (a.attname = 'person_id' OR a.attname LIKE '%\_person\_id' OR (c.relname, a.attname) IN (('person', 'id'), ('duplicate_pair', 'left_id'), ('duplicate_pair', 'right_id'),
        ('person_merge', 'kept_id'), ('person_merge', 'merged_id'))
      OR EXISTS (SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.confrelid = 'public.person'::regclass AND k.conkey = ARRAY[a.attnum]))
    AND c.relname NOT IN ('audit_event', 'audit_subject', 'staff_relation', 'app_user', 'subject_request', 'retention_item', 'retention_tombstone') $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.retention_candidates()', 'access.held(uuid)', 'access.retention_due(date)', 'access.propose_retention(date)', 'access.retention_image(text, uuid)', 'access.erase_record(text, uuid)',
    'access.erase_items(uuid[])', 'access.erase_again(jsonb)', 'access.hold_subjects(bytea, text, date)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.retention_due(date), access.propose_retention(date), access.hold_subjects(bytea, text, date) TO indgang_app;
GRANT EXECUTE ON FUNCTION access.retention_due(date), access.retention_image(text, uuid), access.erase_items(uuid[]), access.erase_again(jsonb) TO indgang_worker;
