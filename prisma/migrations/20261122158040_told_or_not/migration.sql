-- Who it is about is answered to nobody who may not know the name. What was done is written in the log here, where the person is known, and not by the page.

-- As before; the person only where the caller may know them.
CREATE OR REPLACE FUNCTION access.end_match(wanted uuid, by_whom text, why text, ever_met boolean, stars integer, said_words text) RETURNS TABLE (said text, person_id uuid, volunteer_id uuid, request_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m record; k record; nth integer;
BEGIN
  SELECT o.* INTO m FROM volunteer_match o WHERE o.id = wanted FOR UPDATE;
  SELECT o.id, o.told INTO k FROM access.known_matches() o WHERE o.id = wanted;
  IF m.id IS NULL OR k.id IS NULL THEN RETURN QUERY SELECT 'gone', NULL::uuid, NULL::uuid, NULL::uuid; RETURN; END IF;
  IF EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = wanted) THEN RETURN QUERY SELECT 'meanwhile', NULL::uuid, NULL::uuid, NULL::uuid; RETURN; END IF;
  INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met, rating, words, recorded_by) VALUES (wanted, m.person_id, access.today(), by_whom, why, ever_met, stars, said_words, access.uid());
  INSERT INTO consent_withdrawal (consent_id, person_id, withdrawn_on, how, note, recorded_by)
    SELECT c.id, c.person_id, access.today(), 'digital', 'Forløbet er afsluttet', access.uid() FROM consent c WHERE c.person_id = m.person_id AND c.recipient_volunteer_id = m.volunteer_id AND c.purpose = 'referral' AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id);
  IF why IN ('chemistry', 'stuck', 'unsafe') THEN
    SELECT coalesce(max(s.number), 0) + 1 INTO nth FROM volunteer_pair_step s WHERE s.request_id = m.request_id AND s.volunteer_id = m.volunteer_id;
    INSERT INTO volunteer_pair_step (request_id, volunteer_id, person_id, number, step, cause, field_state, on_day, recorded_by) VALUES (m.request_id, m.volunteer_id, m.person_id, nth, 'turned-down', 'chemistry', '', access.today(), access.uid());
  END IF;
  PERFORM access.audit('CHANGE', 'volunteer.match-ended', NULL, NULL, m.person_id, '{}', jsonb_build_object('match', wanted, 'volunteer', m.volunteer_id, 'cause', why));
  RETURN QUERY SELECT 'done', CASE WHEN k.told THEN m.person_id END, m.volunteer_id, m.request_id;
END $$;

-- As before, without whose it is.
DROP FUNCTION access.follow_up(uuid, integer, date, text, text, text);
CREATE FUNCTION access.follow_up(wanted uuid, nth integer, day date, whom text, result text, in_words text) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m record;
BEGIN
  SELECT o.* INTO m FROM volunteer_match o WHERE o.id = wanted FOR UPDATE;
  IF m.id IS NULL OR NOT EXISTS (SELECT 1 FROM access.known_matches() k WHERE k.id = wanted AND k.ended_on IS NULL) THEN RETURN 'gone'; END IF;
  IF nth <> (SELECT count(*) + 1 FROM volunteer_follow_up f WHERE f.match_id = wanted) THEN RETURN 'meanwhile'; END IF;
  IF day < m.started_on OR day > access.today() THEN RETURN 'day'; END IF;
  INSERT INTO volunteer_follow_up (match_id, person_id, number, on_day, with_whom, outcome, words, recorded_by) VALUES (wanted, m.person_id, nth, day, whom, result, in_words, access.uid());
  PERFORM access.audit('CHANGE', 'volunteer.match-followed-up', NULL, NULL, m.person_id, '{}', jsonb_build_object('match', wanted, 'outcome', result));
  RETURN 'done';
END $$;

DROP FUNCTION access.settle_concern(uuid, text);
CREATE FUNCTION access.settle_concern(wanted uuid, in_words text) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM access.match_concerns() k WHERE k.id = wanted) THEN RETURN 'gone'; END IF;
  UPDATE volunteer_match_concern c SET settled_by = access.uid(), settled_at = now(), settled_words = in_words WHERE c.id = wanted AND c.settled_at IS NULL RETURNING c.person_id INTO who;
  IF NOT FOUND THEN RETURN 'meanwhile'; END IF;
  PERFORM access.audit('CHANGE', 'volunteer.concern-settled', NULL, NULL, who, '{}', jsonb_build_object('concern', wanted));
  RETURN 'done';
END $$;

-- As before, and in the log as handed out, once for what one page shows: opened by itself it is as much somebody as the match is.
CREATE OR REPLACE FUNCTION access.my_companion_meetings() RETURNS TABLE (match_id uuid, starts_at timestamptz, ends_at timestamptz, what text, place text, postcode text, meeting_point text, agreed_role text, meeting_language text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m record;
BEGIN
  FOR m IN SELECT o.id, o.person_id, o.volunteer_id, f.* FROM volunteer_match o CROSS JOIN LATERAL access.companion_facts(o.request_id, o.volunteer_id) f WHERE o.volunteer_id = access.my_volunteer() AND f.told LOOP
    IF NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.person_id = m.person_id AND e.at >= now() AND e.actor_user_id = access.uid() AND e.action = 'consent.card-viewed' AND e.details ->> 'match' = m.id::text) THEN
      PERFORM access.audit('DISCLOSURE', 'consent.card-viewed', '/min-side', NULL, m.person_id, '{}', jsonb_build_object('match', m.id, 'consent',
        (SELECT c.id FROM consent c WHERE c.person_id = m.person_id AND c.recipient_volunteer_id = m.volunteer_id AND c.purpose = 'referral' ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1)));
    END IF;
    match_id := m.id; starts_at := m.starts_at; ends_at := m.ends_at; what := m.what; place := m.place; postcode := m.postcode; meeting_point := m.meeting_point; agreed_role := m.agreed_role; meeting_language := m.meeting_language;
    RETURN NEXT;
  END LOOP;
END $$;

-- Whoever is erased takes their papers and their meetings along, in whichever order the two go.
ALTER TABLE companion_meeting ALTER CONSTRAINT "companion_meeting_power_of_attorney_id_fkey" DEFERRABLE INITIALLY DEFERRED;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.follow_up(uuid, integer, date, text, text, text)', 'access.settle_concern(uuid, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
