-- Letter runs: what is frozen with the population, what is frozen with the text, and who moved between the groups and why.

ALTER TABLE run
  ADD COLUMN first_template_id uuid REFERENCES letter_template (id),
  -- Everyone looked at, counted when the population was frozen: the groups must meet this number, so it is not counted from them. NULL until then.
  ADD COLUMN population integer,
  ADD COLUMN frozen_on date,
  ADD COLUMN previous_frozen_on date,
  -- Sender, coordinator and offers as they were read and approved; a letter never says anything else.
  ADD COLUMN content jsonb,
  ADD COLUMN stop_reason text;
-- Whoever is owed a letter stands in one open run: two at once would write to the same people twice.
CREATE UNIQUE INDEX run_one_open ON run ((true)) WHERE event_id IS NULL AND state IN ('DRAFT', 'REVIEWED', 'RELEASED', 'SENDING', 'STOPPED');

ALTER TABLE run_member
  -- Why the person was in or out when the population was frozen. Never changes; the group is worked out from it and the facts.
  ADD COLUMN scope text NOT NULL DEFAULT 'yearly-letter-due',
  ADD COLUMN excluded_at timestamptz,
  ADD COLUMN version integer NOT NULL DEFAULT 1;
CREATE INDEX run_member_run_person_idx ON run_member (run_id, person_id) INCLUDE (run_group);

-- A letter that could not be sent, and that somebody has settled: who said what.
ALTER TABLE letter ADD COLUMN settled_by uuid, ADD COLUMN settled_at timestamptz, ADD COLUMN part_id uuid;
CREATE INDEX letter_part_idx ON letter (part_id) WHERE part_id IS NOT NULL;

-- The text a run was reviewed with: one approved version per letter kind and language.
CREATE TABLE run_text (
  run_id uuid NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  kind text NOT NULL,
  language text NOT NULL,
  version_id uuid NOT NULL REFERENCES letter_template_version (id),
  PRIMARY KEY (run_id, kind, language)
);
CREATE TABLE run_member_change (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  run_id uuid NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES person (id),
  from_group run_group NOT NULL,
  to_group run_group NOT NULL,
  reason text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid
);
CREATE INDEX run_member_change_run_idx ON run_member_change (run_id, changed_at);
CREATE INDEX run_member_change_person_idx ON run_member_change (person_id);
-- One file for the printer: a unit that leaves as one and is in doubt as one.
CREATE TABLE print_part (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  run_id uuid NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  part integer NOT NULL,
  idempotency_key uuid NOT NULL UNIQUE,
  state letter_state NOT NULL DEFAULT 'PLANNED',
  letters integer NOT NULL,
  fence integer NOT NULL DEFAULT 0,
  lease_until timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  error_code text,
  receipt text,
  sent_at timestamptz,
  UNIQUE (run_id, part)
);
ALTER TABLE letter ADD CONSTRAINT letter_part_fkey FOREIGN KEY (part_id) REFERENCES print_part (id);

DO $$
DECLARE row record;
BEGIN
  FOR row IN SELECT * FROM (VALUES ('run_text', 'outreach.read', 'outreach.plan'), ('run_member_change', 'outreach.read', 'outreach.plan'), ('print_part', 'outreach.read', 'outreach.plan')) AS v(tab, read_action, write_action) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', row.tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', row.tab);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', row.tab);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', row.tab);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', row.tab);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', row.tab);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(%L)))', row.tab, row.read_action);
    EXECUTE format('CREATE POLICY app_insert ON %I FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may(%L)))', row.tab, row.write_action);
    EXECUTE format('CREATE POLICY app_delete ON %I FOR DELETE TO indgang_app USING ((SELECT access.may(%L)))', row.tab, row.write_action);
  END LOOP;
END $$;
GRANT INSERT, DELETE ON run_text TO indgang_app;
GRANT SELECT ON outreach_fact TO indgang_definer;

-- The last day of a rule counted from a day. Working days need the list of holidays and are counted in the application only; no rule about
-- wishes uses them, and one that did would be read as days here.
CREATE FUNCTION access.rule_day(wanted text, start date) RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT (start + CASE r.unit WHEN 'MONTH' THEN make_interval(months => r.length) WHEN 'YEAR' THEN make_interval(years => r.length) ELSE make_interval(days => r.length) END)::date
  FROM deadline_rule r WHERE r.code = wanted AND r.valid_from <= start AND (r.valid_to IS NULL OR r.valid_to >= start) ORDER BY r.valid_from DESC LIMIT 1 $$;

-- The one group each member of a run is in on a day: placementOf() of lib/outreach/runs/groups.ts in SQL; a property test compares the two.
-- `persons` NULL means everybody. Only members whose group or reason is another one than stored are returned.
CREATE FUNCTION access.placements(wanted_run uuid, persons uuid[], day date)
RETURNS TABLE (member_id uuid, new_group run_group, new_reason text, new_channel letter_channel) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
DECLARE fact_join text;
BEGIN
  -- For a few people one look-up each, for a whole run one pass over all: without OFFSET 0 the planner would count every letter there is.
  fact_join := CASE WHEN persons IS NULL THEN 'LEFT JOIN outreach_fact f ON f.person_id = m.person_id'
    ELSE 'LEFT JOIN LATERAL (SELECT * FROM outreach_fact o WHERE o.person_id = m.person_id OFFSET 0) f ON true' END;
  RETURN QUERY EXECUTE format($q$
    SELECT s.id, s.placed[1]::run_group, s.placed[2],
      CASE WHEN s.placed[1] IN ('TO_SEND', 'NO_ADDRESS') THEN s.channel WHEN s.placed[1] = 'BY_HAND' THEN 'BY_HAND'::letter_channel ELSE s.old_channel END
    FROM (
      SELECT m.id, m.run_group AS old_group, m.reason AS old_reason, m.channel AS old_channel,
        CASE WHEN p.digital_post = 'YES' AND EXISTS (SELECT 1 FROM person_cpr c WHERE c.person_id = p.id) THEN 'DIGITAL_POST'::letter_channel
          WHEN f.has_address THEN 'PAPER'::letter_channel END AS channel,
        CASE
          WHEN l.sent_on IS NOT NULL AND l.returned_on IS NULL THEN ARRAY['SENT', 'letter-sent']
          WHEN m.scope NOT IN ('first-letter-due', 'yearly-letter-due') THEN ARRAY['OUT', m.scope]
          WHEN p.merged_into_id IS NOT NULL THEN ARRAY['OUT', 'merged']
          WHEN m.excluded_at IS NOT NULL AND l.returned_on IS NULL THEN ARRAY['OUT', 'excluded']
          WHEN p.died_on <= $3 THEN ARRAY['DEAD', 'dead']
          WHEN p.moved_away_on <= $3 AND NOT coalesce(p.moved_in_on > p.moved_away_on AND p.moved_in_on <= $3, false) THEN ARRAY['MOVED_AWAY', 'moved-away']
          WHEN f.wish_kind = 'NEVER' THEN ARRAY['OPTED_OUT', 'wish-never']
          WHEN f.wish_kind = 'NOT_THIS_YEAR' AND r.letter_date < access.rule_day('pause-no-thanks', f.wish_given_on) THEN ARRAY['OPTED_OUT', 'wish-not-this-year']
          WHEN f.wish_kind = 'LATER' AND r.letter_date < f.wish_until_month THEN ARRAY['LATER', 'wish-later']
          WHEN p.protection <> 'P0' THEN ARRAY['BY_HAND', 'protected']
          WHEN l.returned_on IS NOT NULL THEN ARRAY['RETURNED', 'letter-returned']
          WHEN f.returned_on IS NOT NULL OR NOT coalesce(f.has_address OR p.digital_post = 'YES', false) THEN ARRAY['NO_ADDRESS', 'no-address']
          ELSE ARRAY['TO_SEND', m.scope]
        END AS placed
      FROM run_member m JOIN run r ON r.id = m.run_id JOIN person p ON p.id = m.person_id
      LEFT JOIN letter l ON l.run_id = m.run_id AND l.person_id = m.person_id
      %s
      WHERE m.run_id = $1 AND ($2 IS NULL OR m.person_id = ANY ($2))
    ) s
    WHERE (s.placed[1], s.placed[2]) IS DISTINCT FROM (s.old_group::text, s.old_reason)
      OR (s.placed[1] = 'TO_SEND' AND s.channel IS DISTINCT FROM s.old_channel)
    $q$, fact_join) USING wanted_run, persons, day;
END $$;

-- Writes the groups and remembers every change. Nothing can be chosen here: the same facts give the same groups whoever calls.
CREATE FUNCTION access.place(wanted_run uuid, persons uuid[], day date) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE moved integer;
BEGIN
  PERFORM 1 FROM run WHERE id = wanted_run AND state NOT IN ('CLOSED', 'CANCELLED');
  IF NOT FOUND THEN RETURN 0; END IF;
  WITH placed AS (SELECT * FROM access.placements(wanted_run, persons, day)),
    before AS (SELECT m.id, m.run_id, m.person_id, m.run_group FROM run_member m JOIN placed ON placed.member_id = m.id FOR UPDATE OF m),
    written AS (
      UPDATE run_member m SET run_group = placed.new_group, reason = placed.new_reason, channel = placed.new_channel, changed_at = now()
      FROM placed WHERE placed.member_id = m.id RETURNING m.id, placed.new_group, placed.new_reason),
    noted AS (
      INSERT INTO run_member_change (run_id, person_id, from_group, to_group, reason, changed_by)
      SELECT b.run_id, b.person_id, b.run_group, w.new_group, w.new_reason, access.uid() FROM before b JOIN written w USING (id) WHERE b.run_group <> w.new_group)
  SELECT count(*) INTO moved FROM written;
  RETURN moved;
END $$;

-- Whoever changes a fact moves the person in the runs that are still open, at the same moment, from whatever page or import.
CREATE FUNCTION access.place_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  row jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  pid uuid := coalesce(row ->> 'person_id', row ->> 'id')::uuid;
  open_run uuid;
BEGIN
  FOR open_run IN SELECT m.run_id FROM run_member m JOIN run r ON r.id = m.run_id WHERE m.person_id = pid AND r.state NOT IN ('CLOSED', 'CANCELLED') LOOP
    PERFORM access.place(open_run, ARRAY[pid], (now() AT TIME ZONE 'Europe/Copenhagen')::date);
  END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION access.place_letters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE open_run record;
BEGIN
  FOR open_run IN SELECT m.run_id, array_agg(DISTINCT m.person_id) AS people
    FROM after_rows a JOIN before_rows b ON b.id = a.id JOIN run_member m ON m.person_id = a.person_id JOIN run r ON r.id = m.run_id AND r.state NOT IN ('CLOSED', 'CANCELLED')
    WHERE (a.sent_on, a.returned_on) IS DISTINCT FROM (b.sent_on, b.returned_on) GROUP BY m.run_id LOOP
    PERFORM access.place(open_run.run_id, open_run.people, (now() AT TIME ZONE 'Europe/Copenhagen')::date);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER letter_places AFTER UPDATE ON letter REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.place_letters();
CREATE TRIGGER letter_placed AFTER INSERT ON letter FOR EACH ROW WHEN (NEW.sent_on IS NOT NULL OR NEW.returned_on IS NOT NULL) EXECUTE FUNCTION access.place_person();
CREATE TRIGGER wish_places AFTER INSERT OR UPDATE OR DELETE ON wish FOR EACH ROW EXECUTE FUNCTION access.place_person();
CREATE TRIGGER address_places AFTER INSERT OR UPDATE OR DELETE ON address FOR EACH ROW EXECUTE FUNCTION access.place_person();
CREATE TRIGGER protected_address_places AFTER INSERT OR UPDATE OR DELETE ON protected_address FOR EACH ROW EXECUTE FUNCTION access.place_person();
CREATE TRIGGER cpr_places AFTER INSERT OR DELETE ON person_cpr FOR EACH ROW EXECUTE FUNCTION access.place_person();
CREATE TRIGGER person_places AFTER UPDATE OF died_on, moved_in_on, moved_away_on, protection, digital_post, merged_into_id ON person
  FOR EACH ROW WHEN ((OLD.died_on, OLD.moved_in_on, OLD.moved_away_on, OLD.protection, OLD.digital_post, OLD.merged_into_id)
    IS DISTINCT FROM (NEW.died_on, NEW.moved_in_on, NEW.moved_away_on, NEW.protection, NEW.digital_post, NEW.merged_into_id)) EXECUTE FUNCTION access.place_person();
CREATE TRIGGER task_places AFTER UPDATE OF outcome, done_at ON outreach_task FOR EACH ROW WHEN (NEW.kind = 'ADDRESS') EXECUTE FUNCTION access.place_person();
CREATE FUNCTION access.place_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM access.place(NEW.run_id, ARRAY[NEW.person_id], (now() AT TIME ZONE 'Europe/Copenhagen')::date);
  RETURN NULL;
END $$;
CREATE TRIGGER member_places AFTER UPDATE OF excluded_at ON run_member FOR EACH ROW WHEN (OLD.excluded_at IS DISTINCT FROM NEW.excluded_at) EXECUTE FUNCTION access.place_member();

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.rule_day(text, date)', 'access.placements(uuid, uuid[], date)', 'access.place(uuid, uuid[], date)', 'access.place_person()', 'access.place_letters()', 'access.place_member()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.rule_day(text, date), access.place(uuid, uuid[], date) TO indgang_app, indgang_worker;
GRANT EXECUTE ON FUNCTION access.placements(uuid, uuid[], date) TO indgang_worker;
