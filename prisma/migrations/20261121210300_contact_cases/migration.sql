-- Which cases an entry of the contact log is about: several, where a talk was. Said when it is written, like its notes, and of the person's own cases alone.
CREATE TABLE "contact_case" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "contact_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    CONSTRAINT "contact_case_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "contact_case_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "contact_case_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "contact_case_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "contact_case_contact_id_case_id_key" ON "contact_case"("contact_id", "case_id");
CREATE INDEX "contact_case_case_id_idx" ON "contact_case"("case_id");
CREATE INDEX "contact_case_person_id_idx" ON "contact_case"("person_id");
ALTER TABLE contact_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_case FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON contact_case TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON contact_case TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_case TO indgang_definer, indgang_worker;
GRANT SELECT, INSERT ON contact_case TO indgang_app;
CREATE POLICY app_read ON contact_case FOR SELECT TO indgang_app USING ((SELECT access.may('contact.read')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = contact_case.person_id));
CREATE POLICY app_insert ON contact_case FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('contact.record')) AND EXISTS (SELECT 1 FROM contact c WHERE c.id = contact_id AND c.person_id = contact_case.person_id AND c.recorded_by = (SELECT access.uid()) AND c.recorded_at = transaction_timestamp())
  AND EXISTS (SELECT 1 FROM case_file f WHERE f.id = case_id AND f.person_id = contact_case.person_id));

-- A merge moves it with the entry and the case.
DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''contact_draft'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''contact_draft'', ''id'', false)', '(''contact_draft'', ''id'', false), (''contact_case'', ''id'', false)');
END $$;
