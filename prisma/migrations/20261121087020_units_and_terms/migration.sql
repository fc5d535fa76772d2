-- Units are kept up by the administrator: what kind, since when, and closed only when nobody works there. A right may be given until a day.
CREATE TYPE "unit_kind" AS ENUM ('VETERANS', 'FAMILY', 'JOBCENTRE', 'VOLUNTEERING', 'RECEPTION', 'ADMINISTRATION', 'OTHER');
ALTER TABLE "unit" ADD COLUMN "kind" "unit_kind" NOT NULL DEFAULT 'OTHER', ADD COLUMN "opened_on" DATE, ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE unit ADD CONSTRAINT unit_period CHECK (closed_on >= opened_on);

-- Nobody is left in a closed unit: their rights would have no manager to answer for them.
CREATE FUNCTION access.guard_unit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.closed_on IS NOT NULL AND EXISTS (SELECT 1 FROM app_user u WHERE u.unit_id = NEW.id AND u.active) THEN RAISE EXCEPTION 'Somebody works in the unit' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER unit_closed_empty BEFORE INSERT OR UPDATE OF closed_on ON unit FOR EACH ROW EXECUTE FUNCTION access.guard_unit();
CREATE FUNCTION access.guard_unit_of_user() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Held, so that it is not closed at the same moment.
  PERFORM 1 FROM unit n WHERE n.id = NEW.unit_id AND n.closed_on IS NULL FOR SHARE;
  IF NOT FOUND AND TG_OP = 'UPDATE' THEN
    -- Opened again after their unit was closed: they get another.
    IF NEW.unit_id IS NOT DISTINCT FROM OLD.unit_id THEN NEW.unit_id := NULL; RETURN NEW; END IF;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM unit n WHERE n.id = NEW.unit_id AND n.closed_on IS NULL) THEN RAISE EXCEPTION 'The unit is closed' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER user_in_open_unit BEFORE INSERT OR UPDATE OF unit_id, active ON app_user FOR EACH ROW WHEN (NEW.active AND NEW.unit_id IS NOT NULL) EXECUTE FUNCTION access.guard_unit_of_user();

ALTER TABLE "right_proposal" ADD COLUMN "to_day" DATE;
GRANT INSERT (to_day) ON right_proposal TO indgang_app;

-- As before, and until the day that was proposed; a right that ends may be given anew for longer. 'over': that day has passed meanwhile.
CREATE OR REPLACE FUNCTION access.decide_right(wanted uuid, verdict text) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  me uuid := access.uid();
  p right_proposal;
  u app_user;
BEGIN
  IF me IS NULL OR verdict NOT IN ('APPROVED', 'REFUSED', 'WITHDRAWN') THEN RETURN 'gone'; END IF;
  SELECT * INTO p FROM right_proposal WHERE id = wanted FOR UPDATE;
  IF p.id IS NULL OR p.outcome IS NOT NULL THEN RETURN 'gone'; END IF;
  IF verdict = 'WITHDRAWN' THEN
    IF NOT access.may('user.manage') THEN RETURN 'gone'; END IF;
  ELSIF NOT (access.has_scope('right.approve', 'metadata') OR access.answers_for(p.user_id)) THEN
    RETURN CASE WHEN p.user_id = me THEN 'own' ELSE 'gone' END;
  ELSIF p.user_id = me THEN
    RETURN 'own';
  ELSIF p.proposed_by = me THEN
    RETURN 'proposer';
  END IF;
  IF verdict = 'APPROVED' THEN
    -- The user's standing is read and held: closed at the same moment, they get nothing.
    SELECT * INTO u FROM app_user WHERE id = p.user_id FOR SHARE;
    -- Proposed by somebody who has since been closed, perhaps for that reason.
    IF NOT u.active OR NOT (SELECT active FROM app_user WHERE id = p.proposed_by) THEN RETURN 'closed'; END IF;
    IF p.role IS NOT NULL AND u.issuer IS NOT NULL THEN RETURN 'provider'; END IF;
    IF p.to_day < current_date THEN RETURN 'over'; END IF;
    IF p.role IS NOT NULL AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = p.user_id AND g.role = p.role AND g.from_day <= current_date
        AND (g.to_day IS NULL OR (g.to_day >= current_date AND g.to_day >= p.to_day))) THEN
      INSERT INTO role_grant (user_id, role, from_day, to_day, granted_by, proposed_by, proposal_id) VALUES (p.user_id, p.role, current_date, p.to_day, me, p.proposed_by, p.id);
    ELSIF p.clearance IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clearance c WHERE c.user_id = p.user_id AND c.kind = p.clearance AND c.from_day <= current_date
        AND (c.to_day IS NULL OR (c.to_day >= current_date AND c.to_day >= p.to_day))) THEN
      INSERT INTO clearance (user_id, kind, from_day, to_day, granted_by, proposed_by, proposal_id) VALUES (p.user_id, p.clearance, current_date, p.to_day, me, p.proposed_by, p.id);
    END IF;
  END IF;
  UPDATE right_proposal SET decided_by = me, decided_at = now(), outcome = verdict WHERE id = p.id;
  RETURN 'done';
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.guard_unit()', 'access.guard_unit_of_user()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
