-- Who is the contact of an agreement (ADR 0042): some of those who speak for the association, and some of the municipality's staff. From a day to a day; that somebody was stays.
CREATE TABLE "partnership_contact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "partnership_id" UUID NOT NULL,
    "contact_id" UUID,
    "user_id" UUID,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "recorded_by" UUID NOT NULL,
    CONSTRAINT "partnership_contact_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "partnership_contact_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "partnership_contact_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "association_contact"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "partnership_contact_partnership_id_idx" ON "partnership_contact"("partnership_id");
-- Of two who choose the same at once the second finds it chosen.
CREATE UNIQUE INDEX partnership_contact_once ON partnership_contact (partnership_id, contact_id, user_id) NULLS NOT DISTINCT WHERE to_day IS NULL;
ALTER TABLE partnership_contact
  ADD CONSTRAINT partnership_contact_one CHECK (num_nonnulls(contact_id, user_id) = 1),
  ADD CONSTRAINT partnership_contact_period CHECK (to_day >= from_day);

-- Who of the house can be the contact of an agreement: whoever works here. Nobody of an association, and no volunteer.
CREATE FUNCTION access.agreement_staff() RETURNS TABLE (id uuid, name text, title text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.name, u.title FROM app_user u WHERE (SELECT access.may('association.manage')) AND u.active AND NOT u.for_volunteer
    AND EXISTS (SELECT 1 FROM role_grant g JOIN access.policy p ON p.role = g.role AND p.action = 'colleague.read' WHERE g.user_id = u.id AND g.from_day <= access.today() AND (g.to_day IS NULL OR g.to_day >= access.today())) $$;
ALTER FUNCTION access.agreement_staff() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.agreement_staff() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.agreement_staff() TO indgang_app;

ALTER TABLE partnership_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON partnership_contact TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON partnership_contact TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON partnership_contact TO indgang_definer, indgang_worker;
GRANT SELECT, INSERT (id, partnership_id, contact_id, user_id, from_day, recorded_by), UPDATE (to_day) ON partnership_contact TO indgang_app;
CREATE POLICY app_read ON partnership_contact FOR SELECT TO indgang_app USING ((SELECT access.may('association.read')));
-- Of that association, and speaking for it still; or of the house.
CREATE POLICY app_insert ON partnership_contact FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('association.manage')) AND recorded_by = (SELECT access.uid())
  AND (EXISTS (SELECT 1 FROM association_contact c JOIN partnership p ON p.association_id = c.association_id WHERE c.id = partnership_contact.contact_id AND p.id = partnership_contact.partnership_id AND c.to_day IS NULL)
    OR partnership_contact.user_id IN (SELECT s.id FROM access.agreement_staff() s)));
CREATE POLICY app_update ON partnership_contact FOR UPDATE TO indgang_app USING ((SELECT access.may('association.manage')));
