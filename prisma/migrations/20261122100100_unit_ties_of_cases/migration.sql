-- Closing a unit asks about its cases too: those that are not closed, and those that wait for it to take them. They are not moved by themselves: a case goes to
-- another unit with the citizen's consent, one by one. Numbers only, as for the rest.
DROP FUNCTION access.unit_ties(uuid);
CREATE FUNCTION access.unit_ties(wanted uuid) RETURNS TABLE (citizens integer, cases integer, unclaimed integer, offered integer, consents integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (SELECT count(DISTINCT r.person_id)::int FROM person_role r JOIN person p ON p.id = r.person_id WHERE r.unit_id = wanted AND r.to_day IS NULL AND p.merged_into_id IS NULL AND p.died_on IS NULL),
    o.cases, o.unclaimed, (SELECT count(*)::int FROM case_transfer t WHERE t.to_unit_id = wanted AND t.from_unit_id <> wanted AND t.answer IS NULL),
    (SELECT count(*)::int FROM consent c JOIN person p ON p.id = c.person_id WHERE c.recipient_unit_id = wanted AND c.expires_on >= access.today() AND p.merged_into_id IS NULL AND p.died_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id))
  FROM (SELECT count(*)::int AS cases, count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM assignment a WHERE a.case_id = f.id AND a.case_role = 'coordinator' AND a.from_day <= access.today() AND (a.to_day IS NULL OR a.to_day >= access.today())))::int AS unclaimed
    FROM case_file f WHERE f.unit_id = wanted AND (SELECT s.state FROM case_state s WHERE s.case_id = f.id ORDER BY s.number DESC LIMIT 1) <> 'closed') o
  WHERE access.may('user.manage') $$;
ALTER FUNCTION access.unit_ties(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.unit_ties(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.unit_ties(uuid) TO indgang_app;

-- The database asks again, whoever closes it.
CREATE OR REPLACE FUNCTION access.guard_unit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.closed_on IS NOT NULL AND EXISTS (SELECT 1 FROM app_user u WHERE u.unit_id = NEW.id AND u.active) THEN RAISE EXCEPTION 'Somebody works in the unit' USING ERRCODE = 'check_violation'; END IF;
  IF NEW.closed_on IS NOT NULL AND EXISTS (SELECT 1 FROM person_role r JOIN person p ON p.id = r.person_id WHERE r.unit_id = NEW.id AND r.to_day IS NULL AND p.merged_into_id IS NULL AND p.died_on IS NULL) THEN
    RAISE EXCEPTION 'Somebody belongs to the unit' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.closed_on IS NOT NULL AND (EXISTS (SELECT 1 FROM case_file f WHERE f.unit_id = NEW.id AND (SELECT s.state FROM case_state s WHERE s.case_id = f.id ORDER BY s.number DESC LIMIT 1) <> 'closed')
      OR EXISTS (SELECT 1 FROM case_transfer t WHERE t.to_unit_id = NEW.id AND t.from_unit_id <> NEW.id AND t.answer IS NULL)) THEN
    RAISE EXCEPTION 'The unit has cases' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
