-- Some rights are used only by somebody who has just proved who they are (ADR 0017). The matrix says which; a change is asked here, in its own
-- transaction, so that no form and no copied cookie goes around it.
ALTER TABLE access.policy ADD COLUMN step_up boolean NOT NULL DEFAULT false;

CREATE FUNCTION access.needs_proof(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM access.policy p WHERE p.action = wanted AND p.step_up) AND NOT access.proved() $$;

CREATE OR REPLACE FUNCTION access.hold_rights(wanted text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid := access.uid();
BEGIN
  IF who IS NOT NULL THEN PERFORM pg_advisory_xact_lock_shared(access.rights_key(who)); END IF;
  -- Asked again: what ended while we waited has ended.
  IF access.uid() IS NULL THEN RAISE EXCEPTION 'The session has ended' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF access.needs_proof(wanted) THEN RAISE EXCEPTION 'Proof is missing' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN access.may(wanted);
END $$;

-- The one way a right begins asks for itself, whatever calls it.
CREATE FUNCTION access.giving_is_proved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.outcome = 'APPROVED' AND current_setting('app.session', true) <> '' AND NOT access.proved() THEN RAISE EXCEPTION 'Proof is missing' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approved_with_proof BEFORE UPDATE OF outcome ON right_proposal FOR EACH ROW EXECUTE FUNCTION access.giving_is_proved();

-- When the identity provider last asked this person itself (auth_time). Never later than now; without it nothing counts as proved.
CREATE FUNCTION access.proved_at_provider(token text, moment timestamptz) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE session SET proved_at = least(coalesce(moment, '-infinity'), now()) WHERE id = (access.holder(token)).sid;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.needs_proof(text)', 'access.giving_is_proved()', 'access.proved_at_provider(text, timestamptz)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.needs_proof(text) TO indgang_app;
GRANT EXECUTE ON FUNCTION access.proved_at_provider(text, timestamptz) TO indgang_web;
