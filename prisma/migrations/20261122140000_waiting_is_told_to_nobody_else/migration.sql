-- A trigger answers before the policy does: that somebody waits already was told to whoever tried, of people they do not reach. To those the policy alone answers.
CREATE OR REPLACE FUNCTION access.guard_volunteer_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('role') = 'indgang_app' AND NOT (access.may('volunteer.request') AND access.reaches_lastingly(NEW.person_id) AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id AND p.merged_into_id IS NULL)) THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('volunteer_request ' || NEW.person_id || ' ' || NEW.role_code, 0));
  IF EXISTS (SELECT 1 FROM volunteer_request r WHERE r.person_id = NEW.person_id AND r.role_code = NEW.role_code
      AND coalesce((SELECT s.state FROM volunteer_request_state s WHERE s.request_id = r.id ORDER BY s.number DESC LIMIT 1), 'waiting') = 'waiting') THEN
    RAISE EXCEPTION 'One waits for a role once' USING ERRCODE = 'unique_violation', CONSTRAINT = 'volunteer_request_one_live', TABLE = 'volunteer_request';
  END IF;
  RETURN NEW;
END $$;
