-- A right is proposed by one person and given by another (ADR 0016). Nobody inserts a right any more: access.decide_right does, after asking.
CREATE TABLE "right_proposal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "role" "role",
    "clearance" "clearance_kind",
    "reason" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ,
    "outcome" TEXT,
    CONSTRAINT "right_proposal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "right_proposal_user_id_idx" ON "right_proposal"("user_id");
ALTER TABLE "right_proposal" ADD CONSTRAINT "right_proposal_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE right_proposal
  ADD CONSTRAINT right_proposal_one_right CHECK (num_nonnulls(role, clearance) = 1),
  ADD CONSTRAINT right_proposal_not_to_self CHECK (proposed_by <> user_id),
  ADD CONSTRAINT right_proposal_decided CHECK (num_nonnulls(decided_by, decided_at, outcome) IN (0, 3)),
  ADD CONSTRAINT right_proposal_outcome CHECK (outcome IN ('APPROVED', 'REFUSED', 'WITHDRAWN')),
  -- Neither the one who proposed nor the one it is for. Whoever proposed may take it back.
  ADD CONSTRAINT right_proposal_second_person CHECK (outcome IS NULL OR outcome = 'WITHDRAWN' OR (decided_by <> proposed_by AND decided_by <> user_id));
CREATE UNIQUE INDEX right_proposal_one_open ON right_proposal (user_id, role, clearance) NULLS NOT DISTINCT WHERE outcome IS NULL;

ALTER TABLE role_grant ADD COLUMN proposed_by uuid, ADD COLUMN proposal_id uuid;
ALTER TABLE clearance ADD COLUMN proposed_by uuid, ADD COLUMN proposal_id uuid;
CREATE UNIQUE INDEX "role_grant_proposal_id_key" ON "role_grant"("proposal_id");
CREATE UNIQUE INDEX "clearance_proposal_id_key" ON "clearance"("proposal_id");
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['role_grant', 'clearance'] LOOP
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %1$s_by_another CHECK (granted_by <> user_id AND proposed_by <> user_id AND proposed_by <> granted_by)', t);
    -- Ended is all that may happen to a right, and at once; there are no rights that end in the past and begin again.
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON %I FROM indgang_app', t);
    EXECUTE format('GRANT UPDATE (to_day) ON %I TO indgang_app', t);
    EXECUTE format('DROP POLICY app_insert ON %I', t);
    EXECUTE format('DROP POLICY app_delete ON %I', t);
    EXECUTE format('DROP POLICY core_not_own_insert ON %I', t);
    EXECUTE format('DROP POLICY core_not_own_delete ON %I', t);
  END LOOP;
END $$;

-- Is this user one of the unit the caller answers for? Never oneself.
CREATE FUNCTION access.answers_for(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.has_scope('right.approve', 'unit') AND EXISTS (
    SELECT 1 FROM app_user me JOIN app_user u ON u.unit_id = me.unit_id WHERE me.id = access.uid() AND u.id = who AND u.id <> me.id) $$;

ALTER POLICY app_read ON role_grant USING ((SELECT access.may('user.manage')) OR access.answers_for(user_id));
ALTER POLICY app_read ON clearance USING ((SELECT access.may('user.manage')) OR access.answers_for(user_id));
ALTER POLICY app_update ON role_grant USING ((SELECT access.may('user.manage')) OR access.answers_for(user_id)) WITH CHECK (to_day < current_date);
ALTER POLICY app_update ON clearance USING ((SELECT access.may('user.manage')) OR access.answers_for(user_id)) WITH CHECK (to_day < current_date);

ALTER TABLE right_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE right_proposal FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON right_proposal TO indgang_definer;
CREATE POLICY definer_all ON right_proposal TO indgang_definer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT (user_id, role, clearance, reason, proposed_by) ON right_proposal TO indgang_app;
CREATE POLICY app_read ON right_proposal FOR SELECT TO indgang_app USING ((SELECT access.may('user.manage')) OR access.answers_for(user_id));
CREATE POLICY app_insert ON right_proposal FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('user.manage')) AND proposed_by = (SELECT access.uid()) AND user_id <> (SELECT access.uid()));

-- The one way a right begins. Answers 'done', or why not: 'gone' (also for what the caller may not know of), 'own', 'proposer', 'closed', 'provider'.
CREATE FUNCTION access.decide_right(wanted uuid, verdict text) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
    IF p.role IS NOT NULL AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = p.user_id AND g.role = p.role AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)) THEN
      INSERT INTO role_grant (user_id, role, from_day, granted_by, proposed_by, proposal_id) VALUES (p.user_id, p.role, current_date, me, p.proposed_by, p.id);
    ELSIF p.clearance IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clearance c WHERE c.user_id = p.user_id AND c.kind = p.clearance AND c.from_day <= current_date AND (c.to_day IS NULL OR c.to_day >= current_date)) THEN
      INSERT INTO clearance (user_id, kind, from_day, granted_by, proposed_by, proposal_id) VALUES (p.user_id, p.clearance, current_date, me, p.proposed_by, p.id);
    END IF;
  END IF;
  UPDATE right_proposal SET decided_by = me, decided_at = now(), outcome = verdict WHERE id = p.id;
  RETURN 'done';
END $$;

-- A closed user keeps nothing: opened again, every right is proposed and given anew. In the database, so that no way of closing forgets it.
CREATE FUNCTION access.end_everything() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE session SET revoked_at = now() WHERE user_id = NEW.id AND revoked_at IS NULL;
  UPDATE role_grant SET to_day = current_date - 1 WHERE user_id = NEW.id AND (to_day IS NULL OR to_day >= current_date);
  UPDATE clearance SET to_day = current_date - 1 WHERE user_id = NEW.id AND (to_day IS NULL OR to_day >= current_date);
  UPDATE right_proposal SET outcome = 'WITHDRAWN', decided_at = now(), decided_by = coalesce(access.uid(), proposed_by) WHERE user_id = NEW.id AND outcome IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER user_ended AFTER UPDATE ON app_user FOR EACH ROW WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION access.end_everything();
UPDATE role_grant SET to_day = current_date - 1 WHERE (to_day IS NULL OR to_day >= current_date) AND user_id IN (SELECT id FROM app_user WHERE NOT active);
UPDATE clearance SET to_day = current_date - 1 WHERE (to_day IS NULL OR to_day >= current_date) AND user_id IN (SELECT id FROM app_user WHERE NOT active);

-- The address is where the link to set a password goes: whoever could change it could become that user.
REVOKE UPDATE (email) ON app_user FROM indgang_app;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.answers_for(uuid)', 'access.decide_right(uuid, text)', 'access.end_everything()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access.answers_for(uuid), access.decide_right(uuid, text) TO indgang_app;
