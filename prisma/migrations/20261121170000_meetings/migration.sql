-- Coordination meetings (ADR 0033). A meeting is about nobody; its items are cases, each about one person. What stands in an item is read by those who reach the
-- person, and at the table by those who take part and whose unit the person’s live consent names. Both are asked here and nowhere else.
CREATE TABLE "meeting" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "unit_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "series_on" DATE NOT NULL,
    "starts" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "partners" TEXT,
    "repeats" TEXT NOT NULL,
    "follows_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "held_at" TIMESTAMPTZ,
    "held_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "meeting_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "meeting_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
-- One that was held has one that follows, also when two say so at once.
CREATE UNIQUE INDEX "meeting_follows_id_key" ON "meeting"("follows_id");
CREATE INDEX "meeting_unit_id_idx" ON "meeting"("unit_id");
ALTER TABLE meeting
  ADD CONSTRAINT meeting_starts CHECK (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT meeting_texts CHECK (length(place) BETWEEN 1 AND 300 AND length(partners) BETWEEN 1 AND 300),
  ADD CONSTRAINT meeting_repeats CHECK (repeats IN ('none', 'fortnight', 'month')),
  ADD CONSTRAINT meeting_held CHECK (num_nonnulls(held_at, held_by) IN (0, 2));

CREATE TABLE "meeting_participant" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "meeting_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    CONSTRAINT "meeting_participant_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "meeting_participant_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "meeting_participant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "meeting_participant_meeting_id_user_id_key" ON "meeting_participant"("meeting_id", "user_id");
CREATE INDEX "meeting_participant_user_id_idx" ON "meeting_participant"("user_id");

CREATE TABLE "meeting_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "meeting_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "marked_by" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "meeting_item_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "meeting_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "meeting_item_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "meeting_item_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "meeting_item_meeting_id_case_id_key" ON "meeting_item"("meeting_id", "case_id");
CREATE INDEX "meeting_item_case_id_idx" ON "meeting_item"("case_id");
CREATE INDEX "meeting_item_person_id_idx" ON "meeting_item"("person_id");
ALTER TABLE meeting_item ADD CONSTRAINT meeting_item_words CHECK (length(words) BETWEEN 1 AND 500);

CREATE TABLE "meeting_minute" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "item_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "meeting_minute_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "meeting_minute_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "meeting_item"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "meeting_minute_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "meeting_minute_item_id_idx" ON "meeting_minute"("item_id");
CREATE INDEX "meeting_minute_person_id_idx" ON "meeting_minute"("person_id");
ALTER TABLE meeting_minute ADD CONSTRAINT meeting_minute_text CHECK (length(text) BETWEEN 1 AND 2000);

-- Whose meeting it is: of the unit that holds it, and of those who take part.
CREATE FUNCTION access.takes_part(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.may('meeting.read') AND EXISTS (SELECT 1 FROM meeting_participant p WHERE p.meeting_id = wanted AND p.user_id = access.uid()) $$;
CREATE FUNCTION access.knows_meeting(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.may('meeting.read') AND (access.takes_part(wanted) OR EXISTS (SELECT 1 FROM meeting m WHERE m.id = wanted AND m.unit_id = access.my_unit())) $$;
CREATE FUNCTION access.runs_meeting(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.may('meeting.manage') AND EXISTS (SELECT 1 FROM meeting m WHERE m.id = wanted AND m.held_at IS NULL AND m.unit_id = access.my_unit()) $$;
-- How many cases, without a word of them.
CREATE FUNCTION access.meeting_count(wanted uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::int FROM meeting_item i WHERE i.meeting_id = wanted AND access.knows_meeting(wanted) $$;

-- The units at the table that the person has not said may read their case. Asked by those who see the person; others get no answer.
CREATE FUNCTION access.meeting_lacks(wanted uuid, which uuid) RETURNS TABLE (unit_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.unit_id FROM case_file c, (SELECT m.unit_id FROM meeting m WHERE m.id = wanted UNION SELECT u.unit_id FROM meeting_participant p JOIN app_user u ON u.id = p.user_id WHERE p.meeting_id = wanted AND u.unit_id IS NOT NULL) t
  WHERE c.id = which AND access.knows_meeting(wanted) AND access.sees_person(c.person_id) AND t.unit_id <> c.unit_id AND access.case_shared_until(c.person_id, t.unit_id) IS NULL $$;
CREATE FUNCTION access.may_mark(wanted uuid, which uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.knows_meeting(wanted) AND EXISTS (SELECT 1 FROM meeting m WHERE m.id = wanted AND m.held_at IS NULL)
    AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = which AND access.reaches_lastingly(c.person_id))
    AND coalesce((SELECT s.state FROM case_state s WHERE s.case_id = which ORDER BY s.number DESC LIMIT 1) <> 'closed', false)
    AND NOT EXISTS (SELECT 1 FROM access.meeting_lacks(wanted, which)) $$;
-- From the day of the meeting on, by those who sat there; after it was held what is written is an addition.
CREATE FUNCTION access.may_minute(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id WHERE i.id = wanted AND access.may('meeting.manage') AND access.takes_part(m.id) AND m.on_day <= access.today() AND access.reaches_lastingly(i.person_id)) $$;

-- Nothing is added to the agenda of a meeting that was held, also when both are done at once.
CREATE FUNCTION access.guard_meeting_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM meeting m WHERE m.id = NEW.meeting_id AND m.held_at IS NULL FOR SHARE;
  IF NOT FOUND AND current_setting('role') = 'indgang_app' THEN RAISE EXCEPTION 'The meeting has been held' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_meeting_item BEFORE INSERT ON meeting_item FOR EACH ROW EXECUTE FUNCTION access.guard_meeting_item();

-- The agenda as the caller may read it. Everybody whose meeting it is learns how many cases there are. Name and words: those who take part and reach the person,
-- or whose unit the person’s consent names now; the blocks no role lifts hold here as everywhere. Tasks only by reach.
CREATE FUNCTION access.meeting_agenda(wanted uuid) RETURNS TABLE (nth integer, item_id uuid, case_id uuid, person_id uuid, name text, kind text, about text, case_unit uuid, words text, marked_by text, reach boolean, may_minute boolean, minutes jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH known AS (
    SELECT i.*, row_number() OVER (ORDER BY i.marked_at, i.id)::int AS nth, access.sees_person(i.person_id) AS reach FROM meeting_item i WHERE i.meeting_id = wanted AND access.knows_meeting(wanted)
  ), read AS (
    SELECT k.*, p.first_name || ' ' || p.last_name AS name, c.kind, c.about, c.unit_id AS case_unit FROM known k JOIN person p ON p.id = k.person_id JOIN case_file c ON c.id = k.case_id
    WHERE access.takes_part(wanted) AND (k.reach OR (access.case_shared_until(k.person_id, access.my_unit()) IS NOT NULL AND p.merged_into_id IS NULL AND p.died_on IS NULL
      AND NOT (p.id = ANY ((SELECT access.conflicts())::uuid[])) AND (NOT p.shielded OR (SELECT access.cleared('SHIELDED')))))
  )
  SELECT k.nth, r.id, r.case_id, r.person_id, r.name, r.kind, r.about, r.case_unit, r.words, u.name, coalesce(r.reach, false), CASE WHEN r.id IS NULL THEN false ELSE access.may_minute(r.id) END,
    CASE WHEN r.id IS NOT NULL THEN (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'text', n.text, 'by', b.name, 'at', n.recorded_at, 'later', m.held_at IS NOT NULL AND n.recorded_at > m.held_at,
        'task', CASE WHEN r.reach AND t.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'owner', o.name, 'dueOn', t.due_on, 'state', t.state) END) ORDER BY n.recorded_at, n.id), '[]')
      FROM meeting_minute n JOIN meeting m ON m.id = wanted JOIN app_user b ON b.id = n.recorded_by LEFT JOIN task t ON t.source = 'meeting' AND t.source_id = n.id LEFT JOIN app_user o ON o.id = t.owner_id WHERE n.item_id = r.id) END
  FROM known k LEFT JOIN read r ON r.id = k.id LEFT JOIN app_user u ON u.id = r.marked_by ORDER BY k.nth $$;

-- What was said of a person’s cases at meetings, for those who read the cases. Which meeting it was is a day and a unit.
CREATE FUNCTION access.case_meetings(wanted uuid) RETURNS TABLE (case_id uuid, item_id uuid, meeting_id uuid, on_day date, unit_id uuid, held boolean, known boolean, words text, minutes jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.case_id, i.id, m.id, m.on_day, m.unit_id, m.held_at IS NOT NULL, access.knows_meeting(m.id), i.words,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'text', n.text, 'by', b.name, 'at', n.recorded_at, 'later', m.held_at IS NOT NULL AND n.recorded_at > m.held_at) ORDER BY n.recorded_at, n.id), '[]')
      FROM meeting_minute n JOIN app_user b ON b.id = n.recorded_by WHERE n.item_id = i.id)
  FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id WHERE i.person_id = wanted AND access.may('case.read') AND access.sees_person(wanted) ORDER BY m.on_day DESC, i.id LIMIT 100 $$;

-- Who can sit at the table: members of staff who have cases.
CREATE FUNCTION access.meeting_candidates() RETURNS TABLE (id uuid, name text, title text, unit_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.name, u.title, u.unit_id FROM app_user u WHERE access.may('meeting.manage') AND u.active AND u.unit_id IS NOT NULL AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id
    AND g.role IN ('VETERAN_COORDINATOR', 'CASEWORKER') AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)) $$;

-- Held, once: from now on nothing in it is changed. The next of the series is made with the same table, and what was not reached goes along. Who holds it may
-- not reach everybody on the agenda, and need not.
CREATE FUNCTION access.hold_meeting(wanted uuid, planned date, next_day date) RETURNS TABLE (held boolean, next_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m meeting%ROWTYPE;
BEGIN
  held := false; next_id := NULL;
  SELECT x.* INTO m FROM meeting x WHERE x.id = wanted FOR UPDATE;
  IF m.id IS NULL OR m.held_at IS NOT NULL OR m.on_day > access.today() OR NOT access.runs_meeting(wanted) THEN RETURN NEXT; RETURN; END IF;
  UPDATE meeting SET held_at = clock_timestamp(), held_by = access.uid(), version = version + 1 WHERE id = wanted;
  held := true;
  IF m.repeats <> 'none' AND planned > m.on_day AND next_day >= planned THEN
    INSERT INTO meeting (unit_id, on_day, series_on, starts, place, partners, repeats, follows_id, created_by) VALUES (m.unit_id, next_day, planned, m.starts, m.place, m.partners, m.repeats, m.id, access.uid()) RETURNING id INTO next_id;
    INSERT INTO meeting_participant (meeting_id, user_id) SELECT next_id, p.user_id FROM meeting_participant p JOIN app_user u ON u.id = p.user_id AND u.active WHERE p.meeting_id = wanted;
    UPDATE meeting_item i SET meeting_id = next_id WHERE i.meeting_id = wanted AND NOT EXISTS (SELECT 1 FROM meeting_minute n WHERE n.item_id = i.id);
  END IF;
  RETURN NEXT;
END $$;

-- An item goes with its case, into a merge and out of it again.
CREATE FUNCTION access.move_meeting_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE meeting_item SET person_id = NEW.person_id WHERE case_id = NEW.id;
  UPDATE meeting_minute n SET person_id = NEW.person_id FROM meeting_item i WHERE i.id = n.item_id AND i.case_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER meeting_items_moved AFTER UPDATE OF person_id ON case_file FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_meeting_items();

DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['meeting', 'meeting_participant', 'meeting_item', 'meeting_minute'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.takes_part(uuid)', 'access.knows_meeting(uuid)', 'access.runs_meeting(uuid)', 'access.meeting_count(uuid)', 'access.meeting_lacks(uuid, uuid)', 'access.may_mark(uuid, uuid)', 'access.may_minute(uuid)',
    'access.guard_meeting_item()', 'access.meeting_agenda(uuid)', 'access.case_meetings(uuid)', 'access.meeting_candidates()', 'access.hold_meeting(uuid, date, date)', 'access.move_meeting_items()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.takes_part(uuid), access.knows_meeting(uuid), access.runs_meeting(uuid), access.meeting_count(uuid), access.meeting_lacks(uuid, uuid), access.may_mark(uuid, uuid), access.may_minute(uuid),
  access.meeting_agenda(uuid), access.case_meetings(uuid), access.meeting_candidates(), access.hold_meeting(uuid, date, date) TO indgang_app;

CREATE POLICY app_read ON meeting FOR SELECT TO indgang_app USING ((SELECT access.may('meeting.read')) AND (unit_id = (SELECT access.my_unit()) OR access.takes_part(id)));
CREATE POLICY app_read ON meeting_participant FOR SELECT TO indgang_app USING (access.knows_meeting(meeting_id));
-- By the reach of the person, like the case it is about; what the table hears beyond that is meeting_agenda's.
CREATE POLICY app_read ON meeting_item FOR SELECT TO indgang_app USING ((SELECT access.may('case.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = meeting_item.person_id));
CREATE POLICY app_read ON meeting_minute FOR SELECT TO indgang_app USING ((SELECT access.may('case.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = meeting_minute.person_id));

-- By the unit that holds it, until it was held; that is said by a function alone.
GRANT INSERT (id, unit_id, on_day, series_on, starts, place, partners, repeats, created_by) ON meeting TO indgang_app;
GRANT UPDATE (on_day, series_on, starts, place, partners, repeats, version) ON meeting TO indgang_app;
GRANT INSERT, DELETE ON meeting_participant TO indgang_app;
CREATE POLICY app_insert ON meeting FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('meeting.manage')) AND created_by = (SELECT access.uid()) AND unit_id = (SELECT access.my_unit()) AND on_day >= access.today());
CREATE POLICY app_update ON meeting FOR UPDATE TO indgang_app USING ((SELECT access.may('meeting.manage')) AND unit_id = (SELECT access.my_unit()) AND held_at IS NULL)
  WITH CHECK ((SELECT access.may('meeting.manage')) AND unit_id = (SELECT access.my_unit()) AND held_at IS NULL);
CREATE POLICY app_insert ON meeting_participant FOR INSERT TO indgang_app WITH CHECK (access.runs_meeting(meeting_id) AND EXISTS (SELECT 1 FROM access.meeting_candidates() k WHERE k.id = user_id));
CREATE POLICY app_delete ON meeting_participant FOR DELETE TO indgang_app USING (access.runs_meeting(meeting_id));

-- What is talked about outlasts the hours of emergency access: reading only. Added and taken off, never rewritten; what was decided is only added to.
GRANT INSERT (id, meeting_id, case_id, person_id, words, marked_by), DELETE ON meeting_item TO indgang_app;
CREATE POLICY app_insert ON meeting_item FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('case.manage')) AND marked_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = case_id AND c.person_id = meeting_item.person_id) AND access.may_mark(meeting_id, case_id));
CREATE POLICY app_delete ON meeting_item FOR DELETE TO indgang_app USING ((SELECT access.may('case.manage')) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM access.case_meetings(person_id) k WHERE k.item_id = meeting_item.id AND NOT k.held AND k.minutes = '[]'));
GRANT INSERT (id, item_id, person_id, text, recorded_by) ON meeting_minute TO indgang_app;
CREATE POLICY app_insert ON meeting_minute FOR INSERT TO indgang_app WITH CHECK (recorded_by = (SELECT access.uid()) AND access.may_minute(item_id) AND EXISTS (SELECT 1 FROM meeting_item i WHERE i.id = item_id AND i.person_id = meeting_minute.person_id));

-- A decision becomes a task, and never two.
ALTER TABLE task DROP CONSTRAINT task_source, ADD CONSTRAINT task_source CHECK (source IN ('hand', 'contact', 'task', 'repeat', 'protection', 'plan', 'meeting'));
CREATE UNIQUE INDEX task_one_meeting ON task (source_id) WHERE source = 'meeting';

-- A merge moves items and minutes too: the list as it stands, and two more.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''case_transfer'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''case_transfer'', ''id'', false)', '(''case_transfer'', ''id'', false), (''meeting_item'', ''id'', false), (''meeting_minute'', ''id'', false)');
END $$;
