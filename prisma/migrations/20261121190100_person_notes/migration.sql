-- The sticky note of a person: one short text, for whoever cares for them. Each time it is written is a row that is added; the newest stands, and one without words took it down.
-- No number of its own: in a merge two notes come together, and the newer stands.
CREATE TABLE "person_note" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "text" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "person_note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "person_note_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "person_note_person_id_recorded_at_idx" ON "person_note"("person_id", "recorded_at" DESC);
ALTER TABLE person_note ADD CONSTRAINT person_note_text CHECK (length(text) BETWEEN 1 AND 500);

ALTER TABLE person_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_note FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON person_note TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON person_note TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON person_note TO indgang_definer, indgang_worker;
GRANT SELECT, INSERT ON person_note TO indgang_app;
-- Among those who care for the person from day to day: emergency access neither reads nor writes it.
CREATE POLICY app_read ON person_note FOR SELECT TO indgang_app USING (
  (SELECT access.may('contact.read')) AND NOT (person_id = ANY ((SELECT access.open_glass())::uuid[])) AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_note.person_id));
CREATE POLICY app_insert ON person_note FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('contact.record')) AND recorded_by = (SELECT access.uid()) AND access.reaches_lastingly(person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_note.person_id AND p.merged_into_id IS NULL));

DO $$
DECLARE text text := pg_get_functiondef('access.person_tables()'::regprocedure);
BEGIN
  IF position('(''contact_draft'', ''id'', false)' IN text) = 0 THEN RAISE EXCEPTION 'access.person_tables lists otherwise than this migration knows'; END IF;
  EXECUTE replace(text, '(''contact_draft'', ''id'', false)', '(''contact_draft'', ''id'', false), (''person_note'', ''id'', false)');
END $$;
