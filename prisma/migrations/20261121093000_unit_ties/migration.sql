-- Closing a unit is told what still points at it: people whose role stands there (refused until they are moved) and consents that name it, which open
-- nothing afterwards and are not passed on to another unit (ADR 0013). Numbers only: the administrator sees no people.
CREATE FUNCTION access.unit_ties(wanted uuid) RETURNS TABLE (citizens integer, consents integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (SELECT count(DISTINCT r.person_id)::int FROM person_role r JOIN person p ON p.id = r.person_id WHERE r.unit_id = wanted AND r.to_day IS NULL AND p.merged_into_id IS NULL AND p.died_on IS NULL),
    (SELECT count(*)::int FROM consent c JOIN person p ON p.id = c.person_id WHERE c.recipient_unit_id = wanted AND c.expires_on >= access.today() AND p.merged_into_id IS NULL AND p.died_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id))
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
  RETURN NEW;
END $$;
