-- As before, and not of a request for one meeting: that one is over, and the next is asked for with its own day and place. Whoever waits for a meeting may wait for the role besides.
CREATE OR REPLACE FUNCTION access.ask_anew(ended uuid) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; made uuid;
BEGIN
  SELECT q.* INTO r FROM volunteer_request q JOIN volunteer_match m ON m.request_id = q.id WHERE m.id = ended AND NOT q.for_meeting AND EXISTS (SELECT 1 FROM access.known_matches() k WHERE k.id = ended AND k.told AND k.ended_on IS NOT NULL);
  IF r.id IS NULL OR EXISTS (SELECT 1 FROM volunteer_request q WHERE q.person_id = r.person_id AND q.role_code = r.role_code AND NOT q.for_meeting
      AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = q.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting') THEN RETURN NULL; END IF;
  INSERT INTO volunteer_request (person_id, role_code, since, times, areas, languages, challenges, age_from, age_to, words, created_by) VALUES (r.person_id, r.role_code, access.today(), r.times, r.areas, r.languages, r.challenges, r.age_from, r.age_to, r.words, r.created_by) RETURNING id INTO made;
  INSERT INTO volunteer_request_state (request_id, person_id, number, state, recorded_by) VALUES (made, r.person_id, 1, 'waiting', access.uid());
  RETURN made;
END $$;
