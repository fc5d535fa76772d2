-- What a second reading of matches found.

-- A consent to a named volunteer comes of an answer and of a match that begins: whoever has the citizen in hand withdraws it, and writes none by hand.
CREATE POLICY core_not_by_hand ON consent AS RESTRICTIVE FOR INSERT TO indgang_app WITH CHECK (recipient_volunteer_id IS NULL);
-- The register says the first name, as everywhere a citizen or their caseworker reads of a volunteer: the name outlives the volunteer's record.
UPDATE consent c SET recipient_name = v.first_name FROM volunteer v WHERE v.id = c.recipient_volunteer_id;

-- As before, and nothing of a volunteer who has ended since: whoever comes back begins with nobody.
CREATE OR REPLACE FUNCTION access.match_fields(wanted uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.fields FROM volunteer_match m JOIN person p ON p.id = m.person_id JOIN consent c ON c.person_id = m.person_id AND c.recipient_volunteer_id = m.volunteer_id AND c.purpose = 'referral'
  WHERE m.id = wanted AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id) AND p.protection = 'P0' AND NOT p.shielded AND p.merged_into_id IS NULL AND p.died_on IS NULL
    AND c.given_on <= access.today() AND c.expires_on >= access.today() AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM volunteer_step s WHERE s.volunteer_id = m.volunteer_id AND s.step = 'ended' AND s.recorded_at >= m.created_at)
  ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1 $$;

-- As before; what the volunteer wrote about somebody stands only where the name may be known, like every other word about them.
CREATE OR REPLACE FUNCTION access.match_check_ins(wanted uuid) RETURNS TABLE (match_id uuid, number integer, side text, sent_on date, meets text, safe boolean, words text, answered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.match_id, c.number, c.side, (c.created_at AT TIME ZONE 'Europe/Copenhagen')::date, c.meets, c.safe, CASE WHEN k.told THEN c.words END, c.answered_at FROM access.known_matches() k JOIN volunteer_check_in c ON c.match_id = k.id
  WHERE wanted IS NULL OR k.id = wanted ORDER BY c.match_id, c.number, c.side $$;

-- As before, once for a match that has ended, one at a time for a person and role, and by whoever does it: a request its caseworker withdrew does not come back.
CREATE OR REPLACE FUNCTION access.ask_anew(ended uuid) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; made uuid;
BEGIN
  SELECT q.* INTO r FROM volunteer_request q JOIN volunteer_match m ON m.request_id = q.id WHERE m.id = ended AND NOT q.for_meeting AND EXISTS (SELECT 1 FROM access.known_matches() k WHERE k.id = ended AND k.told AND k.ended_on IS NOT NULL);
  IF r.id IS NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('volunteer_request ' || r.person_id || ' ' || r.role_code, 0));
  IF EXISTS (SELECT 1 FROM volunteer_request q WHERE q.person_id = r.person_id AND q.role_code = r.role_code AND NOT q.for_meeting
      AND (q.created_at >= (SELECT e.recorded_at FROM volunteer_match_end e WHERE e.match_id = ended) OR coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = q.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting')) THEN RETURN NULL; END IF;
  INSERT INTO volunteer_request (person_id, role_code, since, times, areas, languages, challenges, age_from, age_to, words, created_by) VALUES (r.person_id, r.role_code, access.today(), r.times, r.areas, r.languages, r.challenges, r.age_from, r.age_to, r.words, access.uid()) RETURNING id INTO made;
  INSERT INTO volunteer_request_state (request_id, person_id, number, state, recorded_by) VALUES (made, r.person_id, 1, 'waiting', access.uid());
  RETURN made;
END $$;

DO $$
DECLARE f regprocedure; text text; was text; is_now text;
BEGIN
  -- The first name in the register; and no match for a meeting that is over or was cancelled.
  f := 'access.start_match(uuid, uuid)'::regprocedure; text := pg_get_functiondef(f);
  was := 'o.first_name || '' '' || o.last_name AS name'; is_now := 'o.first_name AS name';
  IF position(was IN text) = 0 THEN RAISE EXCEPTION '% reads otherwise than this migration knows', f; END IF;
  text := replace(text, was, is_now);
  was := '  INSERT INTO volunteer_match (';
  IF position(was IN text) = 0 THEN RAISE EXCEPTION '% reads otherwise than this migration knows', f; END IF;
  EXECUTE replace(text, was, '  IF EXISTS (SELECT 1 FROM companion_meeting c WHERE c.request_id = wanted AND (c.ends_at <= now() OR NOT access.companion_stands(c.id))) THEN RETURN QUERY SELECT ''forbidden'', NULL::uuid, NULL::uuid; RETURN; END IF;' || chr(10) || was);
  -- Where somebody lives in protection is told by no area of theirs.
  f := 'access.open_question()'::regprocedure; text := pg_get_functiondef(f);
  was := 'WHEN ''volunteer'' THEN r.areas ELSE v.areas END'; is_now := 'WHEN ''volunteer'' THEN r.areas ELSE CASE WHEN v.address_protected THEN ''{}'' ELSE v.areas END END';
  IF position(was IN text) = 0 THEN RAISE EXCEPTION '% reads otherwise than this migration knows', f; END IF;
  EXECUTE replace(text, was, is_now);
  -- Whoever works outside the municipality declares nobody: what they then cannot see would tell them who is in the register.
  f := 'access.declare_relation(text, text, date, bytea)'::regprocedure; text := pg_get_functiondef(f);
  was := 'WHERE access.uid() IS NOT NULL'; is_now := 'WHERE access.uid() IS NOT NULL AND EXISTS (SELECT 1 FROM access.live_roles() r WHERE r NOT IN (''VOLUNTEER'', ''ASSOCIATION_REPRESENTATIVE''))';
  IF position(was IN text) = 0 THEN RAISE EXCEPTION '% reads otherwise than this migration knows', f; END IF;
  EXECUTE replace(text, was, is_now);
END $$;

-- As long as a consent's sentence can be, or the match could never begin.
ALTER TABLE volunteer_answer DROP CONSTRAINT volunteer_answer_consent,
  ADD CONSTRAINT volunteer_answer_consent CHECK ((wording IS NOT NULL) = (side = 'person' AND yes) AND (wording IS NULL) = (fields IS NULL) AND fields <@ ARRAY['contact', 'needs'] AND length(wording) BETWEEN 10 AND 1000);

-- A tie or a place that has ended stays ended: whoever comes back is added anew, past the guards of adding.
ALTER POLICY app_update ON volunteer_group_citizen USING ((SELECT access.may('volunteer.request')) AND access.reaches_lastingly(person_id) AND to_day IS NULL);
ALTER POLICY app_update ON association_representative USING ((SELECT access.may('association.manage')) AND (to_day IS NULL OR to_day >= access.today())) WITH CHECK ((SELECT access.may('association.manage')));
