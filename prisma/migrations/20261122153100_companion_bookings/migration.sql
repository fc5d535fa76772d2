-- Nobody is asked to be in two places at once (ADR 0049), and what a companion may read of a meeting is one written list.
-- What can be told is what a consent to a named volunteer can name: their contacts, and language and needs.
ALTER TABLE companion_meeting DROP CONSTRAINT companion_meeting_may_know, ADD CONSTRAINT companion_meeting_may_know CHECK (may_know <@ ARRAY['contact', 'needs']);

-- As before; and not once the match with the companion has ended without the meeting having been held: then somebody else is looked for, by a request of its own.
CREATE OR REPLACE FUNCTION access.companion_stands(meeting uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = m.request_id ORDER BY s.number DESC LIMIT 1), 'waiting') <> 'withdrawn'
    AND NOT EXISTS (SELECT 1 FROM companion_step t WHERE t.meeting_id = m.id AND t.step IN ('cancelled', 'not-held'))
    AND NOT (EXISTS (SELECT 1 FROM volunteer_match o JOIN volunteer_match_end e ON e.match_id = o.id WHERE o.request_id = m.request_id) AND NOT EXISTS (SELECT 1 FROM companion_step t WHERE t.meeting_id = m.id AND t.step = 'held'))
  FROM companion_meeting m WHERE m.id = meeting $$;

-- When a volunteer is away for somebody: meetings they are asked for or have said yes to, with the way there and back. `away` is nothing where they go along with somebody
-- and no meeting is written down: whether they can is then not known.
CREATE FUNCTION access.companion_bookings() RETURNS TABLE (volunteer_id uuid, request_id uuid, away tstzrange) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH taken AS (
    SELECT n.volunteer_id, n.request_id FROM (SELECT DISTINCT ON (s.request_id, s.volunteer_id) s.* FROM volunteer_pair_step s ORDER BY s.request_id, s.volunteer_id, s.number DESC) n
    WHERE n.step = 'asked' AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = n.request_id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting'
    UNION SELECT o.volunteer_id, o.request_id FROM volunteer_match o WHERE NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = o.id))
  SELECT t.volunteer_id, t.request_id, CASE WHEN m.id IS NOT NULL THEN tstzrange(m.starts_at - m.travel_minutes * interval '1 minute', m.ends_at + m.travel_minutes * interval '1 minute') END
  FROM taken t JOIN volunteer_request r ON r.id = t.request_id AND r.role_code = 'companion' LEFT JOIN companion_meeting m ON m.request_id = t.request_id WHERE m.id IS NULL OR access.companion_stands(m.id) $$;

-- For whoever leads volunteers, of every meeting that waits: who cannot be asked for being away, and of whom that cannot be told. Of the others nothing. No meeting of somebody else is named.
CREATE FUNCTION access.booked_pairs() RETURNS TABLE (request_id uuid, volunteer_id uuid, booked boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.request_id, b.volunteer_id, bool_or(b.away && tstzrange(w.starts_at - w.travel_minutes * interval '1 minute', w.ends_at + w.travel_minutes * interval '1 minute'))
  FROM access.waiting_meetings() w JOIN access.companion_bookings() b ON b.request_id <> w.request_id
  GROUP BY w.request_id, b.volunteer_id
  HAVING bool_or(b.away IS NULL) OR bool_or(b.away && tstzrange(w.starts_at - w.travel_minutes * interval '1 minute', w.ends_at + w.travel_minutes * interval '1 minute')) $$;

-- The last word, whoever asks or begins: of two at once the second waits for the volunteer, and then finds them taken.
CREATE FUNCTION access.guard_booking() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE wanted tstzrange;
BEGIN
  SELECT tstzrange(m.starts_at - m.travel_minutes * interval '1 minute', m.ends_at + m.travel_minutes * interval '1 minute') INTO wanted FROM companion_meeting m WHERE m.request_id = NEW.request_id;
  IF wanted IS NULL THEN RETURN NEW; END IF;
  PERFORM 1 FROM volunteer v WHERE v.id = NEW.volunteer_id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM access.companion_bookings() b WHERE b.volunteer_id = NEW.volunteer_id AND b.request_id <> NEW.request_id AND b.away && wanted) THEN
    RAISE EXCEPTION 'Nobody is in two places at once' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'companion_booked_twice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_booking BEFORE INSERT ON volunteer_pair_step FOR EACH ROW WHEN (NEW.step = 'asked') EXECUTE FUNCTION access.guard_booking();
CREATE TRIGGER guard_booking BEFORE INSERT ON volunteer_match FOR EACH ROW EXECUTE FUNCTION access.guard_booking();

-- A match for one meeting is over with it: when it was followed up, not held, or is not to be. The consent to the volunteer ends with it, so that nothing is left to read.
CREATE FUNCTION access.companion_over() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE o record;
BEGIN
  SELECT x.id, x.person_id, x.volunteer_id INTO o FROM companion_meeting m JOIN volunteer_match x ON x.request_id = m.request_id WHERE m.id = NEW.meeting_id AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = x.id) FOR UPDATE OF x;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met, rating, words, recorded_by)
    VALUES (o.id, o.person_id, access.today(), 'municipality', CASE NEW.step WHEN 'followed-up' THEN 'reached' ELSE 'other' END, NEW.step = 'followed-up', NULL, NULL, NEW.recorded_by);
  INSERT INTO consent_withdrawal (consent_id, person_id, withdrawn_on, how, note, recorded_by)
    SELECT c.id, c.person_id, access.today(), 'digital', 'Mødet er overstået', NEW.recorded_by FROM consent c WHERE c.person_id = o.person_id AND c.recipient_volunteer_id = o.volunteer_id AND c.purpose = 'referral' AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id);
  RETURN NULL;
END $$;
CREATE TRIGGER companion_over AFTER INSERT ON companion_step FOR EACH ROW WHEN (NEW.step IN ('followed-up', 'not-held', 'cancelled')) EXECUTE FUNCTION access.companion_over();

-- What a volunteer may read of a meeting, and everything they may. While they are asked: the areas, when, how far, as what, and the language where needs are shared. Once both have said yes: who it is,
-- what and where and where they meet first, for as long as the consent to them holds; the fields that may be told besides. No row for anybody else, and none from the moment a consent is gone.
CREATE FUNCTION access.companion_facts(wanted uuid, volunteer uuid) RETURNS TABLE (areas jsonb, starts_at timestamptz, ends_at timestamptz, travel_minutes integer, person_language text, meeting_language text, agreed_role text,
  told boolean, name text, what text, place text, postcode text, meeting_point text, may_know text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH facts AS (
    SELECT m.*, access.match_fields(o.id) AS said, o.id IS NOT NULL AS matched, access.companion_consent(m.person_id) AS shared,
      (SELECT t.agreed_role FROM companion_step t WHERE t.meeting_id = m.id AND t.step = 'prepared' ORDER BY t.number DESC LIMIT 1) AS prepared
    FROM companion_meeting m LEFT JOIN volunteer_match o ON o.request_id = m.request_id AND o.volunteer_id = companion_facts.volunteer
    WHERE m.request_id = wanted AND access.companion_stands(m.id))
  SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('nameDa', a.name_da, 'nameEn', a.name_en) ORDER BY a.position), '[]') FROM local_area a WHERE f.postcode = ANY (a.postcodes)),
    f.starts_at, f.ends_at, f.travel_minutes, CASE WHEN 'needs' = ANY (CASE WHEN f.matched THEN f.said ELSE f.shared END) THEN f.person_language END, f.meeting_language, coalesce(f.prepared, f.agreed_role),
    f.matched, CASE WHEN f.matched THEN p.first_name END, CASE WHEN f.matched THEN f.what END, CASE WHEN f.matched THEN f.place END, CASE WHEN f.matched THEN f.postcode END, CASE WHEN f.matched THEN f.meeting_point END,
    CASE WHEN f.matched THEN ARRAY(SELECT k FROM unnest(f.may_know) k WHERE k = ANY (f.said)) END
  FROM facts f JOIN person p ON p.id = f.person_id
  WHERE CASE WHEN f.matched THEN f.said IS NOT NULL ELSE access.pair_asked(wanted, companion_facts.volunteer) IS NOT NULL END $$;

-- The same for whoever opens a question by its link, on the volunteer's side.
CREATE FUNCTION access.question_meeting() RETURNS TABLE (areas jsonb, starts_at timestamptz, ends_at timestamptz, travel_minutes integer, person_language text, meeting_language text, agreed_role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.areas, f.starts_at, f.ends_at, f.travel_minutes, f.person_language, f.meeting_language, f.agreed_role FROM access.own_question() q CROSS JOIN LATERAL access.companion_facts(q.request_id, q.volunteer_id) f WHERE q.side = 'volunteer' $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.companion_bookings()', 'access.booked_pairs()', 'access.guard_booking()', 'access.companion_over()', 'access.companion_facts(uuid, uuid)', 'access.question_meeting()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.booked_pairs() TO indgang_app;
GRANT EXECUTE ON FUNCTION access.question_meeting() TO indgang_public;
