-- A volunteer's own matches (ADR 0050): who they meet, as far as access.match_fields lets them know at this moment; that they met, or did not; and what worries them, which reaches those who lead
-- volunteers at once. All by functions that know no other volunteer.
CREATE TABLE "volunteer_match_meeting" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "match_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "met" BOOLEAN NOT NULL,
    "minutes" INTEGER,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ,
    CONSTRAINT "volunteer_match_meeting_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_match_meeting_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "volunteer_match"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_match_meeting_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "volunteer_match_meeting_match_id_idx" ON "volunteer_match_meeting"("match_id");
CREATE INDEX "volunteer_match_meeting_person_id_idx" ON "volunteer_match_meeting"("person_id");
-- One word about a day: whoever presses twice has written once.
CREATE UNIQUE INDEX volunteer_match_meeting_one_a_day ON volunteer_match_meeting (match_id, on_day) WHERE taken_back_at IS NULL;
ALTER TABLE volunteer_match_meeting ADD CONSTRAINT volunteer_match_meeting_minutes CHECK (met = (minutes IS NOT NULL) AND minutes BETWEEN 15 AND 720), ADD CONSTRAINT volunteer_match_meeting_back CHECK (taken_back_at >= recorded_at);

CREATE TABLE "volunteer_match_concern" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "match_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "raised_by" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ,
    "settled_words" TEXT,
    CONSTRAINT "volunteer_match_concern_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_match_concern_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "volunteer_match"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "volunteer_match_concern_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "volunteer_match_concern_match_id_idx" ON "volunteer_match_concern"("match_id");
CREATE INDEX "volunteer_match_concern_person_id_idx" ON "volunteer_match_concern"("person_id");
ALTER TABLE volunteer_match_concern ADD CONSTRAINT volunteer_match_concern_kind CHECK (kind IN ('unsafe', 'worried', 'boundaries', 'stuck', 'practical', 'other')),
  ADD CONSTRAINT volunteer_match_concern_words CHECK (length(words) BETWEEN 1 AND 2000 AND length(settled_words) BETWEEN 1 AND 2000),
  ADD CONSTRAINT volunteer_match_concern_settled CHECK (num_nonnulls(settled_by, settled_at) IN (0, 2) AND (settled_words IS NULL OR settled_at IS NOT NULL));

-- Who one meets, match by match: nothing of one that has ended, whose consent is gone, or of somebody who is protected by now. What is shown stands in the log as handed out, written here.
CREATE FUNCTION access.my_matches(speaks text) RETURNS TABLE (id uuid, number integer, role text, started_on date, first_name text, phones text[], emails text[], languages text[]) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m record; known text[];
BEGIN
  FOR m IN SELECT o.*, CASE speaks WHEN 'en' THEN r.name_en ELSE r.name_da END AS role_name, split_part(btrim(p.first_name), ' ', 1) AS called, q.languages AS spoken
      FROM volunteer_match o JOIN person p ON p.id = o.person_id JOIN volunteer_role r ON r.code = o.role_code JOIN volunteer_request q ON q.id = o.request_id WHERE o.volunteer_id = access.my_volunteer() ORDER BY o.started_on, o.number LOOP
    known := access.match_fields(m.id);
    CONTINUE WHEN known IS NULL;
    PERFORM access.audit('DISCLOSURE', 'consent.card-viewed', '/min-side', NULL, m.person_id, '{}', jsonb_build_object('match', m.id, 'consent',
      (SELECT c.id FROM consent c WHERE c.person_id = m.person_id AND c.recipient_volunteer_id = m.volunteer_id AND c.purpose = 'referral' ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1)));
    id := m.id; number := m.number; role := m.role_name; started_on := m.started_on; first_name := m.called;
    phones := CASE WHEN 'contact' = ANY (known) THEN ARRAY(SELECT k.value FROM contact_point k WHERE k.person_id = m.person_id AND k.kind::text <> 'EMAIL' AND k.allowed AND (k.to_day IS NULL OR k.to_day >= access.today()) ORDER BY k.kind, k.id) ELSE '{}' END;
    emails := CASE WHEN 'contact' = ANY (known) THEN ARRAY(SELECT k.value FROM contact_point k WHERE k.person_id = m.person_id AND k.kind::text = 'EMAIL' AND k.allowed AND (k.to_day IS NULL OR k.to_day >= access.today()) ORDER BY k.id) ELSE '{}' END;
    languages := CASE WHEN 'needs' = ANY (known) THEN m.spoken ELSE '{}' END;
    RETURN NEXT;
  END LOOP;
END $$;

-- A match of one's own that runs, and nothing else: what every write asks.
CREATE FUNCTION access.my_open_match(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM volunteer_match m WHERE m.id = wanted AND m.volunteer_id = access.my_volunteer()) AND access.match_open(wanted) $$;

CREATE FUNCTION access.my_meetings() RETURNS TABLE (id uuid, match_id uuid, on_day date, met boolean, minutes integer, may_take_back boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g.id, g.match_id, g.on_day, g.met, g.minutes, g.recorded_by = access.uid() AND g.recorded_at > now() - interval '1 day' FROM volunteer_match_meeting g JOIN volunteer_match m ON m.id = g.match_id
  WHERE m.volunteer_id = access.my_volunteer() AND g.taken_back_at IS NULL AND access.match_open(m.id) ORDER BY g.on_day DESC, g.id DESC $$;

-- 'gone' where the match is not one's own or runs no longer, 'period' for a day outside it, 'meanwhile' where something stands for the day already, or 'done'; and whom it is about, for the log alone.
CREATE FUNCTION access.log_my_meeting(wanted uuid, day date, did_meet boolean, how_long integer, OUT said text, OUT person_id uuid) RETURNS record LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m record;
BEGIN
  said := 'gone';
  SELECT o.* INTO m FROM volunteer_match o WHERE o.id = wanted FOR SHARE;
  IF NOT access.my_open_match(wanted) THEN RETURN; END IF;
  IF day < m.started_on OR day > access.today() THEN said := 'period'; RETURN; END IF;
  INSERT INTO volunteer_match_meeting (match_id, person_id, on_day, met, minutes, recorded_by) VALUES (wanted, m.person_id, day, did_meet, CASE WHEN did_meet THEN how_long END, access.uid()) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN said := 'meanwhile'; RETURN; END IF;
  said := 'done'; person_id := m.person_id;
END $$;

-- One's own word of the last day. 'gone' for anything else.
CREATE FUNCTION access.take_back_my_meeting(wanted uuid, OUT said text, OUT person_id uuid) RETURNS record LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE volunteer_match_meeting g SET taken_back_at = now() WHERE g.id = wanted AND g.taken_back_at IS NULL AND g.recorded_by = access.uid() AND g.recorded_at > now() - interval '1 day' AND access.my_open_match(g.match_id) RETURNING g.person_id INTO person_id;
  said := CASE WHEN FOUND THEN 'done' ELSE 'gone' END;
END $$;

CREATE FUNCTION access.raise_my_concern(wanted uuid, what text, in_words text, OUT said text, OUT person_id uuid) RETURNS record LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  said := 'gone';
  IF NOT access.my_open_match(wanted) THEN RETURN; END IF;
  SELECT m.person_id INTO person_id FROM volunteer_match m WHERE m.id = wanted FOR SHARE;
  INSERT INTO volunteer_match_concern (match_id, person_id, kind, words, raised_by) VALUES (wanted, person_id, what, in_words, access.uid());
  said := 'done';
END $$;

-- What volunteers are worried about, for whoever leads them, of matches they may know. The words only where the citizen's name may be known: else somebody rings the volunteer.
CREATE FUNCTION access.match_concerns() RETURNS TABLE (id uuid, match_id uuid, match_number integer, volunteer_id uuid, volunteer text, phone text, person_id uuid, name text, kind text, words text, raised_at timestamptz, settled_at timestamptz, settled_words text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, k.id, k.number, k.volunteer_id, v.first_name || ' ' || v.last_name, v.phone, k.person_id, k.name, c.kind, CASE WHEN k.told THEN c.words END, c.raised_at, c.settled_at, CASE WHEN k.told THEN c.settled_words END
  FROM access.known_matches() k JOIN volunteer_match_concern c ON c.match_id = k.id JOIN volunteer v ON v.id = k.volunteer_id ORDER BY c.settled_at IS NOT NULL, (c.kind = 'unsafe') DESC, c.raised_at DESC $$;
CREATE FUNCTION access.settle_concern(wanted uuid, in_words text, OUT said text, OUT person_id uuid) RETURNS record LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  said := 'gone';
  IF NOT EXISTS (SELECT 1 FROM access.match_concerns() k WHERE k.id = wanted) THEN RETURN; END IF;
  UPDATE volunteer_match_concern c SET settled_by = access.uid(), settled_at = now(), settled_words = in_words WHERE c.id = wanted AND c.settled_at IS NULL RETURNING c.person_id INTO person_id;
  said := CASE WHEN FOUND THEN 'done' ELSE 'meanwhile' END;
END $$;
-- How a match is kept up: day, whether they met, minutes.
CREATE FUNCTION access.match_meetings(wanted uuid) RETURNS TABLE (on_day date, met boolean, minutes integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g.on_day, g.met, g.minutes FROM access.known_matches() k JOIN volunteer_match_meeting g ON g.match_id = k.id WHERE k.id = wanted AND g.taken_back_at IS NULL ORDER BY g.on_day DESC $$;

DO $$
DECLARE t text; f text; text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  FOREACH t IN ARRAY ARRAY['volunteer_match_meeting', 'volunteer_match_concern'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    -- Whoever has the person in hand reads it, with the rest of the match.
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''volunteer.request'')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))', t, t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.my_matches(text)', 'access.my_open_match(uuid)', 'access.my_meetings()', 'access.log_my_meeting(uuid, date, boolean, integer)', 'access.take_back_my_meeting(uuid)', 'access.raise_my_concern(uuid, text, text)', 'access.match_concerns()', 'access.settle_concern(uuid, text)', 'access.match_meetings(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    IF f <> 'access.my_open_match(uuid)' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f); END IF;
  END LOOP;
  IF position('(''volunteer_match_end'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''volunteer_match_end'', ''id'', false)', '(''volunteer_match_end'', ''id'', false), (''volunteer_match_meeting'', ''id'', false), (''volunteer_match_concern'', ''id'', false)');
END $$;
