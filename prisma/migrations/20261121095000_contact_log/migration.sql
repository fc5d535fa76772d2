-- The contact log (ADR 0027): what happened with a person, in rows that are added and never changed. Attempt, contact and work are three kinds; only a
-- contact counts as one. What is being typed is kept beside it, for whoever types it and nobody else.
CREATE TABLE "contact_topic" (
    "code" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired_on" DATE,
    CONSTRAINT "contact_topic_pkey" PRIMARY KEY ("code")
);
ALTER TABLE contact_topic ADD CONSTRAINT contact_topic_code CHECK (code ~ '^[a-z][a-z-]{1,30}$');

CREATE TABLE "contact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ NOT NULL,
    "minutes" INTEGER,
    "agreed" TEXT,
    "next_step" TEXT,
    "next_on" DATE,
    "companion" BOOLEAN NOT NULL DEFAULT false,
    "interpreter" BOOLEAN NOT NULL DEFAULT false,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "contact_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "contact_person_id_happened_at_idx" ON "contact"("person_id", "happened_at" DESC);
ALTER TABLE contact
  ADD CONSTRAINT contact_outcome CHECK (outcome IN ('reached', 'tried', 'work')),
  ADD CONSTRAINT contact_channel CHECK (channel IN ('meeting', 'home', 'walk', 'phone', 'video', 'letter', 'email', 'sms', 'none')),
  ADD CONSTRAINT contact_work_has_no_channel CHECK ((outcome = 'work') = (channel = 'none')),
  ADD CONSTRAINT contact_minutes CHECK (minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT contact_next CHECK (next_step IS NULL OR next_on IS NOT NULL);

CREATE TABLE "contact_note" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "contact_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "topic_code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "contact_note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "contact_note_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "contact_note_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "contact_note_topic_code_fkey" FOREIGN KEY ("topic_code") REFERENCES "contact_topic"("code") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "contact_note_contact_id_topic_code_key" ON "contact_note"("contact_id", "topic_code");
CREATE INDEX "contact_note_person_id_idx" ON "contact_note"("person_id");
ALTER TABLE contact_note ADD CONSTRAINT contact_note_text CHECK (length(text) BETWEEN 1 AND 8000);

CREATE TABLE "contact_addition" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "contact_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "contact_addition_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "contact_addition_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "contact_addition_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "contact_addition_contact_id_idx" ON "contact_addition"("contact_id");
CREATE INDEX "contact_addition_person_id_idx" ON "contact_addition"("person_id");
ALTER TABLE contact_addition ADD CONSTRAINT contact_addition_text CHECK (length(text) BETWEEN 1 AND 4000);

CREATE TABLE "contact_draft" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "contact_draft_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "contact_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "contact_draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "contact_draft_person_id_idx" ON "contact_draft"("person_id");
CREATE INDEX "contact_draft_user_id_saved_at_idx" ON "contact_draft"("user_id", "saved_at");
ALTER TABLE contact_draft ADD CONSTRAINT contact_draft_size CHECK (length(fields::text) <= 60000);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contact_topic', 'contact', 'contact_note', 'contact_addition', 'contact_draft'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
  END LOOP;
  -- Added, never changed: nobody who is signed in may update or delete.
  FOREACH t IN ARRAY ARRAY['contact', 'contact_note', 'contact_addition'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO indgang_app', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''contact.read'')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = %I.person_id))', t, t);
  END LOOP;
END $$;
GRANT SELECT ON contact_topic TO indgang_app;
CREATE POLICY app_read ON contact_topic FOR SELECT TO indgang_app USING ((SELECT access.may('self')));
CREATE POLICY app_insert ON contact FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('contact.record')) AND recorded_by = (SELECT access.uid()) AND happened_at <= now() AND EXISTS (SELECT 1 FROM person p WHERE p.id = contact.person_id AND p.merged_into_id IS NULL));
-- Only together with the contact it belongs to: what is said later is an addition, with its own date and name.
CREATE POLICY app_insert ON contact_note FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('contact.record')) AND EXISTS (SELECT 1 FROM contact c WHERE c.id = contact_id AND c.person_id = contact_note.person_id AND c.recorded_by = (SELECT access.uid()) AND c.recorded_at = transaction_timestamp()));
CREATE POLICY app_insert ON contact_addition FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('contact.record')) AND added_by = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM contact c WHERE c.id = contact_id AND c.person_id = contact_addition.person_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_draft TO indgang_app;
CREATE POLICY app_own ON contact_draft FOR ALL TO indgang_app
  USING (user_id = (SELECT access.uid()) AND (SELECT access.may('contact.record')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = contact_draft.person_id))
  WITH CHECK (user_id = (SELECT access.uid()) AND (SELECT access.may('contact.record')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = contact_draft.person_id));

-- A merge moves the log and what is being typed: the list as it stands, and four more.
CREATE OR REPLACE FUNCTION access.person_tables() RETURNS TABLE (tab text, key text, whole boolean) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  -- Protection first: a merge must not move an address to somebody who is not protected yet.
  VALUES ('person_protection', 'id', true), ('veteran_profile', 'person_id', true), ('person_cpr', 'person_id', true), ('person_role', 'id', true), ('address', 'id', true), ('protected_address', 'id', true),
    ('contact_point', 'id', true), ('outreach_task', 'id', true), ('run_member', 'id', true), ('relation', 'id', true), ('external_key', 'id', false), ('deployment', 'id', false),
    ('competence', 'id', false), ('assignment', 'id', false), ('staff_relation', 'id', false), ('app_user', 'id', false), ('letter', 'id', false), ('reply_code', 'id', false),
    ('reply', 'id', false), ('wish', 'id', false), ('talk', 'id', false), ('attempt', 'id', false), ('invitation', 'id', false), ('outbox_message', 'id', false),
    ('stored_file', 'id', false), ('field_history', 'id', false), ('subject_request', 'id', false), ('legal_hold', 'id', false), ('breach_subject', 'id', false), ('access_reason', 'id', false), ('break_glass', 'id', false),
    ('consent', 'id', false), ('consent_withdrawal', 'id', false), ('contact', 'id', false), ('contact_note', 'id', false), ('contact_addition', 'id', false), ('contact_draft', 'id', false) $$;
