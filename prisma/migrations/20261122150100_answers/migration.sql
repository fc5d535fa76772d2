-- Who was asked for somebody, or has a match with them, for whoever has them in hand for good: first names, which the citizen is told as well, and how far it is.
CREATE FUNCTION access.person_pairs(person uuid) RETURNS TABLE (request_id uuid, volunteer_id uuid, first_name text, asked_on date, person_yes boolean, volunteer_yes boolean, match_id uuid, started_on date, ended_on date, cause text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.id, s.volunteer_id, v.first_name, s.on_day,
    (SELECT a.yes FROM volunteer_answer a WHERE a.request_id = r.id AND a.volunteer_id = s.volunteer_id AND a.number = s.number AND a.side = 'person'), (SELECT a.yes FROM volunteer_answer a WHERE a.request_id = r.id AND a.volunteer_id = s.volunteer_id AND a.number = s.number AND a.side = 'volunteer'),
    m.id, m.started_on, e.ended_on, e.cause
  FROM volunteer_request r JOIN LATERAL (SELECT DISTINCT ON (x.volunteer_id) x.* FROM volunteer_pair_step x WHERE x.request_id = r.id ORDER BY x.volunteer_id, x.number DESC) s ON true
    JOIN volunteer v ON v.id = s.volunteer_id LEFT JOIN volunteer_match m ON m.request_id = r.id AND m.volunteer_id = s.volunteer_id LEFT JOIN volunteer_match_end e ON e.match_id = m.id
  WHERE r.person_id = person AND (m.id IS NOT NULL OR s.step = 'asked' AND access.pair_asked(r.id, s.volunteer_id) IS NOT NULL) AND (SELECT access.may('volunteer.request')) AND access.reaches_lastingly(person)
    AND NOT (s.volunteer_id = ANY ((SELECT access.closed_volunteers())::uuid[])) $$;
ALTER FUNCTION access.person_pairs(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.person_pairs(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.person_pairs(uuid) TO indgang_app;
-- The job that writes to both asks whether the pair is still asked.
GRANT EXECUTE ON FUNCTION access.pair_asked(uuid, uuid) TO indgang_worker;

-- As before; two who did not get on are not proposed to each other again, and whoever needs somebody else waits anew from today, with what they wished.
CREATE OR REPLACE FUNCTION access.end_match(wanted uuid, by_whom text, why text, ever_met boolean, stars integer, said_words text) RETURNS TABLE (said text, person_id uuid, volunteer_id uuid, request_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m record; nth integer;
BEGIN
  SELECT o.* INTO m FROM volunteer_match o WHERE o.id = wanted FOR UPDATE;
  IF m.id IS NULL OR NOT EXISTS (SELECT 1 FROM access.known_matches() k WHERE k.id = wanted) THEN RETURN QUERY SELECT 'gone', NULL::uuid, NULL::uuid, NULL::uuid; RETURN; END IF;
  IF EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = wanted) THEN RETURN QUERY SELECT 'meanwhile', NULL::uuid, NULL::uuid, NULL::uuid; RETURN; END IF;
  INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met, rating, words, recorded_by) VALUES (wanted, m.person_id, access.today(), by_whom, why, ever_met, stars, said_words, access.uid());
  INSERT INTO consent_withdrawal (consent_id, person_id, withdrawn_on, how, note, recorded_by)
    SELECT c.id, c.person_id, access.today(), 'digital', 'Forløbet er afsluttet', access.uid() FROM consent c WHERE c.person_id = m.person_id AND c.recipient_volunteer_id = m.volunteer_id AND c.purpose = 'referral' AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id);
  IF why IN ('chemistry', 'stuck', 'unsafe') THEN
    SELECT coalesce(max(s.number), 0) + 1 INTO nth FROM volunteer_pair_step s WHERE s.request_id = m.request_id AND s.volunteer_id = m.volunteer_id;
    INSERT INTO volunteer_pair_step (request_id, volunteer_id, person_id, number, step, cause, field_state, on_day, recorded_by) VALUES (m.request_id, m.volunteer_id, m.person_id, nth, 'turned-down', 'chemistry', '', access.today(), access.uid());
  END IF;
  RETURN QUERY SELECT 'done', m.person_id, m.volunteer_id, m.request_id;
END $$;

-- A new request in the place of one whose match has ended: for the same, by the same wishes, from today. Null where the match has not ended for the caller, or the person waits for the role already.
CREATE FUNCTION access.ask_anew(ended uuid) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; made uuid;
BEGIN
  SELECT q.* INTO r FROM volunteer_request q JOIN volunteer_match m ON m.request_id = q.id WHERE m.id = ended AND EXISTS (SELECT 1 FROM access.known_matches() k WHERE k.id = ended AND k.told AND k.ended_on IS NOT NULL);
  IF r.id IS NULL OR EXISTS (SELECT 1 FROM volunteer_request q WHERE q.person_id = r.person_id AND q.role_code = r.role_code
      AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = q.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting') THEN RETURN NULL; END IF;
  INSERT INTO volunteer_request (person_id, role_code, since, times, areas, languages, challenges, age_from, age_to, words, created_by) VALUES (r.person_id, r.role_code, access.today(), r.times, r.areas, r.languages, r.challenges, r.age_from, r.age_to, r.words, r.created_by) RETURNING id INTO made;
  INSERT INTO volunteer_request_state (request_id, person_id, number, state, recorded_by) VALUES (made, r.person_id, 1, 'waiting', access.uid());
  RETURN made;
END $$;
ALTER FUNCTION access.ask_anew(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.ask_anew(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.ask_anew(uuid) TO indgang_app;

-- A visitor writes in the log about the one person their code is about: of a letter's code, and of a question's. After a no the question is open no more, and the log still says whose it was.
CREATE FUNCTION access.question_person() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT q.person_id FROM volunteer_question q WHERE q.code_hash = sha256(convert_to(nullif(current_setting('app.code', true), ''), 'UTF8')) AND q.expires_on >= access.today() $$;
ALTER FUNCTION access.question_person() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.question_person() FROM PUBLIC;
DO $$
DECLARE f regprocedure := 'access.audit(audit_kind, text, text, text, uuid, uuid[], jsonb)'::regprocedure; text text := pg_get_functiondef(f);
BEGIN
  IF position('person IS DISTINCT FROM access.citizen()' IN text) = 0 THEN RAISE EXCEPTION 'access.audit asks otherwise than this migration knows'; END IF;
  EXECUTE replace(text, 'person IS DISTINCT FROM access.citizen()', 'person IS DISTINCT FROM coalesce(access.citizen(), access.question_person())');
END $$;
