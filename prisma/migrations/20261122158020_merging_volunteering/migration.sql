-- Two records that become one, and two again, with what volunteers have to do with them.

-- What stands under a request, a match, a meeting, a consent or a contact goes along with it whole, into a merge and out of it again: also what was written while the two were one.
-- The arguments of the trigger: a table, and its column that points at this one; and so on.
CREATE FUNCTION access.move_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE at integer := 0;
BEGIN
  WHILE at < TG_NARGS LOOP
    EXECUTE format('UPDATE public.%I SET person_id = $1 WHERE %I = $2 AND person_id IS DISTINCT FROM $1', TG_ARGV[at], TG_ARGV[at + 1]) USING NEW.person_id, NEW.id;
    at := at + 2;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER moves_along AFTER UPDATE OF person_id ON volunteer_request FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_along(
  'volunteer_request_state', 'request_id', 'volunteer_pair_step', 'request_id', 'volunteer_question', 'request_id', 'volunteer_answer', 'request_id', 'volunteer_match', 'request_id', 'companion_meeting', 'request_id');
CREATE TRIGGER moves_along AFTER UPDATE OF person_id ON volunteer_match FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_along(
  'volunteer_match_end', 'match_id', 'volunteer_match_meeting', 'match_id', 'volunteer_match_concern', 'match_id', 'volunteer_follow_up', 'match_id', 'volunteer_check_in', 'match_id');
CREATE TRIGGER moves_along AFTER UPDATE OF person_id ON companion_meeting FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_along('companion_step', 'meeting_id');
CREATE TRIGGER moves_along AFTER UPDATE OF person_id ON consent FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_along('consent_withdrawal', 'consent_id');
-- So do the words of a contact, the values of a measurement, and what was answered to a letter.
CREATE TRIGGER moves_along AFTER UPDATE OF person_id ON contact FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_along('contact_note', 'contact_id', 'contact_addition', 'contact_id', 'contact_redaction', 'contact_id', 'contact_case', 'contact_id');
CREATE TRIGGER moves_along AFTER UPDATE OF person_id ON progress_measurement FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_along('progress_value', 'measurement_id');
CREATE TRIGGER moves_along AFTER UPDATE OF person_id ON letter FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_along('reply', 'letter_id', 'reply_code', 'letter_id');

-- The consent a match began with is written in the same moment, and lets its volunteer know who it is about: it follows the match.
CREATE FUNCTION access.move_match_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE consent SET person_id = NEW.person_id WHERE person_id = OLD.person_id AND recipient_volunteer_id = NEW.volunteer_id AND recorded_at = NEW.created_at;
  RETURN NULL;
END $$;
CREATE TRIGGER consent_moves_along AFTER UPDATE OF person_id ON volunteer_match FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION access.move_match_consent();

-- What would stand twice, or against a rule, once two records are one: each is a choice somebody makes before, and none the merge makes for them. What runs beside something else stays, and is shown.
CREATE FUNCTION access.merge_hindrance(kept uuid, merged uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH live AS (SELECT m.volunteer_id, m.person_id FROM volunteer_match m WHERE m.person_id IN (kept, merged) AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id)),
    waits AS (SELECT r.person_id, r.role_code FROM volunteer_request r WHERE r.person_id IN (kept, merged) AND NOT r.for_meeting
      AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = r.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting'),
    places AS (SELECT c.person_id, c.group_id FROM volunteer_group_citizen c WHERE c.person_id IN (kept, merged) AND c.to_day IS NULL),
    meets AS (SELECT m.person_id, m.starts_at, m.ends_at FROM companion_meeting m WHERE m.person_id IN (kept, merged) AND m.ends_at > now() AND access.companion_stands(m.id))
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM live a JOIN live b ON b.volunteer_id = a.volunteer_id AND a.person_id = kept AND b.person_id = merged) THEN 'mergeSameVolunteer'
    WHEN EXISTS (SELECT 1 FROM live l WHERE access.volunteer_close(l.volunteer_id, CASE l.person_id WHEN kept THEN merged ELSE kept END)
      OR EXISTS (SELECT 1 FROM volunteer_tie t WHERE t.volunteer_id = l.volunteer_id AND t.person_id IN (kept, merged))) THEN 'mergeOwnVolunteer'
    WHEN EXISTS (SELECT 1 FROM waits a JOIN waits b ON b.role_code = a.role_code AND a.person_id = kept AND b.person_id = merged) THEN 'mergeBothWait'
    WHEN EXISTS (SELECT 1 FROM places a JOIN places b ON b.group_id = a.group_id AND a.person_id = kept AND b.person_id = merged) THEN 'mergeSameGroup'
    WHEN EXISTS (SELECT 1 FROM meets a JOIN meets b ON a.person_id = kept AND b.person_id = merged AND a.starts_at < b.ends_at AND a.ends_at > b.starts_at) THEN 'mergeSameTime' END $$;

DO $$
DECLARE f text; text text := pg_get_functiondef('access.merge_people(uuid, uuid, jsonb, boolean, boolean)'::regprocedure); was constant text := 'THEN RETURN ''{"refused": "mergeSending"}''; END IF;';
BEGIN
  IF (length(text) - length(replace(text, was, ''))) / length(was) <> 1 THEN RAISE EXCEPTION 'access.merge_people reads otherwise than this migration knows'; END IF;
  EXECUTE replace(text, was, was || E'\n  IF access.merge_hindrance(kept, merged) IS NOT NULL THEN RETURN jsonb_build_object(''refused'', access.merge_hindrance(kept, merged)); END IF;');
  FOREACH f IN ARRAY ARRAY['access.move_along()', 'access.move_match_consent()', 'access.merge_hindrance(uuid, uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
