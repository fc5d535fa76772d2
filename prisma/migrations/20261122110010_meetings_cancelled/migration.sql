-- A meeting that does not take place (ADR 0040): cancelled for one of four reasons, its cases go to the next, its table is told; and called again until its day is over, as long as nobody has built on the next.
ALTER TABLE meeting
  ADD COLUMN "cancelled_at" TIMESTAMPTZ,
  ADD COLUMN "cancelled_by" UUID,
  ADD COLUMN "cancelled_why" TEXT,
  ADD COLUMN "called_again_at" TIMESTAMPTZ,
  ADD CONSTRAINT meeting_cancelled CHECK (num_nonnulls(cancelled_at, cancelled_by, cancelled_why) IN (0, 3) AND cancelled_why IN ('few', 'prevented', 'nothing', 'replaced')),
  ADD CONSTRAINT meeting_held_or_cancelled CHECK (num_nonnulls(held_at, cancelled_at) <= 1);
-- The cancelled meeting it was taken along from.
ALTER TABLE meeting_item ADD COLUMN "came_from" UUID,
  ADD CONSTRAINT "meeting_item_came_from_fkey" FOREIGN KEY ("came_from") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "meeting_item_came_from_idx" ON "meeting_item"("came_from");

-- One that is cancelled is neither changed nor held; nothing is put on it and nothing is decided there.
CREATE OR REPLACE FUNCTION access.runs_meeting(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.may('meeting.manage') AND EXISTS (SELECT 1 FROM meeting m WHERE m.id = wanted AND m.held_at IS NULL AND m.cancelled_at IS NULL AND m.unit_id = access.my_unit()) $$;
CREATE OR REPLACE FUNCTION access.may_mark(wanted uuid, which uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.knows_meeting(wanted) AND EXISTS (SELECT 1 FROM meeting m WHERE m.id = wanted AND m.held_at IS NULL AND m.cancelled_at IS NULL)
    AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = which AND access.reaches_lastingly(c.person_id))
    AND coalesce((SELECT s.state FROM case_state s WHERE s.case_id = which ORDER BY s.number DESC LIMIT 1) <> 'closed', false)
    AND NOT EXISTS (SELECT 1 FROM access.meeting_lacks(wanted, which)) $$;
CREATE OR REPLACE FUNCTION access.may_minute(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id WHERE i.id = wanted AND access.may('meeting.manage') AND access.takes_part(m.id) AND m.on_day <= access.today() AND m.cancelled_at IS NULL AND access.reaches_lastingly(i.person_id)) $$;
CREATE OR REPLACE FUNCTION access.guard_meeting_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM meeting m WHERE m.id = NEW.meeting_id AND m.held_at IS NULL AND m.cancelled_at IS NULL FOR SHARE;
  IF NOT FOUND AND current_setting('role') = 'indgang_app' THEN RAISE EXCEPTION 'The meeting has been held or cancelled' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
ALTER POLICY app_update ON meeting USING ((SELECT access.may('meeting.manage')) AND unit_id = (SELECT access.my_unit()) AND held_at IS NULL AND cancelled_at IS NULL);

-- Cancelled, once, by the unit that holds it, and only where nothing was decided yet. The next of the series is made, and the cases go along; where there is no series, to the unit's next meeting at which no other unit sits. Who reads them
-- there is asked of reach and consent at every reading.
CREATE FUNCTION access.cancel_meeting(wanted uuid, why text, planned date, next_day date) RETURNS TABLE (cancelled boolean, next_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m meeting%ROWTYPE;
BEGIN
  cancelled := false; next_id := NULL;
  SELECT x.* INTO m FROM meeting x WHERE x.id = wanted FOR UPDATE;
  IF m.id IS NULL OR NOT access.runs_meeting(wanted) OR EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_minute n ON n.item_id = i.id WHERE i.meeting_id = wanted) THEN RETURN NEXT; RETURN; END IF;
  UPDATE meeting SET cancelled_at = now(), cancelled_by = access.uid(), cancelled_why = why, version = version + 1 WHERE id = wanted;
  cancelled := true;
  IF m.repeats <> 'none' AND planned > m.on_day AND next_day >= planned THEN
    INSERT INTO meeting (unit_id, on_day, series_on, starts, place, partners, repeats, follows_id, created_by) VALUES (m.unit_id, next_day, planned, m.starts, m.place, m.partners, m.repeats, m.id, access.uid()) RETURNING id INTO next_id;
    INSERT INTO meeting_participant (meeting_id, user_id) SELECT next_id, p.user_id FROM meeting_participant p JOIN app_user u ON u.id = p.user_id AND u.active WHERE p.meeting_id = wanted;
  ELSE
    SELECT x.id INTO next_id FROM meeting x WHERE x.unit_id = m.unit_id AND x.id <> m.id AND x.held_at IS NULL AND x.cancelled_at IS NULL AND x.on_day >= access.today()
      AND NOT EXISTS (SELECT 1 FROM meeting_participant p JOIN app_user u ON u.id = p.user_id WHERE p.meeting_id = x.id AND u.unit_id <> m.unit_id
        AND u.unit_id NOT IN (SELECT o.unit_id FROM meeting_participant q JOIN app_user o ON o.id = q.user_id WHERE q.meeting_id = wanted AND o.unit_id IS NOT NULL))
      ORDER BY x.on_day, x.starts, x.id LIMIT 1 FOR UPDATE;
  END IF;
  UPDATE meeting_item i SET meeting_id = next_id, came_from = wanted WHERE i.meeting_id = wanted AND next_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM meeting_item o WHERE o.meeting_id = next_id AND o.case_id = i.case_id);
  RETURN NEXT;
END $$;

-- Called again until its day is over. Whoever has changed, held or cancelled the one that was made in its place, or decided something there, has built on it: then not. What came from it comes back, and that one is gone.
CREATE FUNCTION access.call_again(wanted uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m meeting%ROWTYPE; n meeting%ROWTYPE;
BEGIN
  SELECT x.* INTO m FROM meeting x WHERE x.id = wanted FOR UPDATE;
  IF m.cancelled_at IS NULL OR NOT access.may('meeting.manage') OR m.unit_id IS DISTINCT FROM access.my_unit() OR m.on_day < access.today() THEN RETURN false; END IF;
  SELECT x.* INTO n FROM meeting x WHERE x.follows_id = wanted FOR UPDATE;
  IF n.id IS NOT NULL AND (n.version > 1 OR EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_minute d ON d.item_id = i.id WHERE i.meeting_id = n.id)) THEN RETURN false; END IF;
  UPDATE meeting SET cancelled_at = NULL, cancelled_by = NULL, cancelled_why = NULL, called_again_at = now(), version = version + 1 WHERE id = wanted;
  UPDATE meeting_item i SET meeting_id = wanted, came_from = NULL FROM meeting t WHERE t.id = i.meeting_id AND t.held_at IS NULL AND (i.came_from = wanted OR i.meeting_id = n.id)
    AND NOT EXISTS (SELECT 1 FROM meeting_minute d WHERE d.item_id = i.id) AND NOT EXISTS (SELECT 1 FROM meeting_item o WHERE o.meeting_id = wanted AND o.case_id = i.case_id);
  DELETE FROM meeting WHERE id = n.id;
  RETURN true;
END $$;

-- Tells the table in the transaction in which it was cancelled or called again, and at no other time. Returns the mails.
CREATE FUNCTION access.tell_table(wanted uuid, subject_line text, words text) RETURNS SETOF uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO outbox_message (id, idempotency_key, channel, user_id, recipient, subject, body)
  SELECT uuidv7(), gen_random_uuid(), 'EMAIL', u.id, u.email, subject_line, words FROM meeting m JOIN meeting_participant p ON p.meeting_id = m.id JOIN app_user u ON u.id = p.user_id
  WHERE m.id = wanted AND access.may('meeting.manage') AND m.unit_id = access.my_unit() AND u.active AND u.id <> access.uid() AND now() IN (m.cancelled_at, m.called_again_at)
  RETURNING id $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.cancel_meeting(uuid, text, date, date)', 'access.call_again(uuid)', 'access.tell_table(uuid, text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
