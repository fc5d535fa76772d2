-- Standard texts: what one writes again and again, one's own or the unit's. Nobody's data: they are put into a note, and there they are looked through like every
-- other text. And the topics of the contact log, kept by those who keep the methods: an old note stands under its topic, so that one is retired and never deleted.
CREATE TABLE "standard_text" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID,
    "unit_id" UUID,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "retired_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "standard_text_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "standard_text_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "standard_text_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "standard_text_user_id_idx" ON "standard_text"("user_id");
CREATE INDEX "standard_text_unit_id_idx" ON "standard_text"("unit_id");
ALTER TABLE standard_text
  ADD CONSTRAINT standard_text_whose CHECK ((user_id IS NULL) <> (unit_id IS NULL)),
  ADD CONSTRAINT standard_text_words CHECK (length(name) BETWEEN 1 AND 80 AND length(text) BETWEEN 1 AND 2000);
ALTER TABLE standard_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE standard_text FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON standard_text TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON standard_text TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON standard_text TO indgang_definer, indgang_worker;
GRANT SELECT, INSERT ON standard_text TO indgang_app;
-- Whose it is stays as it was made.
GRANT UPDATE (name, text, retired_on, version) ON standard_text TO indgang_app;
CREATE POLICY app_read ON standard_text FOR SELECT TO indgang_app USING ((SELECT access.may('contact.record')) AND (user_id = (SELECT access.uid()) OR unit_id = (SELECT access.my_unit())));
CREATE POLICY app_insert ON standard_text FOR INSERT TO indgang_app WITH CHECK (
  (SELECT access.may('contact.record')) AND created_by = (SELECT access.uid()) AND (user_id = (SELECT access.uid()) OR unit_id = (SELECT access.my_unit())));
CREATE POLICY app_update ON standard_text FOR UPDATE TO indgang_app USING ((SELECT access.may('contact.record')) AND (user_id = (SELECT access.uid()) OR unit_id = (SELECT access.my_unit())));

ALTER TABLE contact_topic ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE contact_topic
  ADD CONSTRAINT contact_topic_names CHECK (length(name_da) BETWEEN 1 AND 60 AND length(name_en) BETWEEN 1 AND 60 AND position BETWEEN 0 AND 999),
  -- The form asks what happened under this one.
  ADD CONSTRAINT contact_topic_general CHECK (code <> 'general' OR retired_on IS NULL);
GRANT INSERT (code, name_da, name_en, position), UPDATE (name_da, name_en, position, retired_on, version) ON contact_topic TO indgang_app;
CREATE POLICY app_insert ON contact_topic FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('method.manage')));
CREATE POLICY app_update ON contact_topic FOR UPDATE TO indgang_app USING ((SELECT access.may('method.manage')));
