-- The yearly meeting with an association, what was to be done after it, and what whoever leads volunteers notes about how it goes (ADR 0047).
CREATE TABLE "dialogue_meeting" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "association_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "agenda" TEXT NOT NULL,
    "participants" TEXT NOT NULL,
    "cancelled_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "dialogue_meeting_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "dialogue_meeting_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "dialogue_meeting_association_id_idx" ON "dialogue_meeting"("association_id");
ALTER TABLE dialogue_meeting ADD CONSTRAINT dialogue_meeting_words CHECK (length(agenda) BETWEEN 1 AND 4000 AND length(participants) BETWEEN 1 AND 1000);

CREATE TABLE "dialogue_point" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "meeting_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "dialogue_point_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "dialogue_point_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "dialogue_meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "dialogue_point_meeting_id_idx" ON "dialogue_point"("meeting_id");
ALTER TABLE dialogue_point ADD CONSTRAINT dialogue_point_words CHECK (length(words) BETWEEN 1 AND 500);

CREATE TABLE "association_note" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "association_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "association_note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "association_note_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "association_note_association_id_idx" ON "association_note"("association_id");
ALTER TABLE association_note ADD CONSTRAINT association_note_words CHECK (length(words) BETWEEN 1 AND 1000 AND about IN ('trust', 'responsiveness', 'other'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dialogue_meeting', 'dialogue_point', 'association_note'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
    EXECUTE format($p$CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may('association.read')))$p$, t);
  END LOOP;
END $$;
GRANT INSERT (id, association_id, on_day, agenda, participants, created_by, version), UPDATE (on_day, agenda, participants, cancelled_on, version) ON dialogue_meeting TO indgang_app;
CREATE POLICY app_insert ON dialogue_meeting FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('association.manage')) AND created_by = (SELECT access.uid()));
CREATE POLICY app_update ON dialogue_meeting FOR UPDATE TO indgang_app USING ((SELECT access.may('association.manage')));
-- What was to be done is added and ticked off, and not written over.
GRANT INSERT (id, meeting_id, words, due_on, recorded_by), UPDATE (done_on) ON dialogue_point TO indgang_app;
CREATE POLICY app_insert ON dialogue_point FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('association.manage')) AND recorded_by = (SELECT access.uid()));
CREATE POLICY app_update ON dialogue_point FOR UPDATE TO indgang_app USING ((SELECT access.may('association.manage')));
GRANT INSERT (id, association_id, about, words, on_day, recorded_by) ON association_note TO indgang_app;
CREATE POLICY app_insert ON association_note FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('association.manage')) AND recorded_by = (SELECT access.uid()));
