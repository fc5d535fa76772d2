-- The signed paper of an agreement: bytes as every other file (ADR 0007), and a row that says whose it is. A better scan is added beside the former; nothing is taken away.
CREATE TABLE "partnership_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "partnership_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "partnership_file_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "partnership_file_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "partnership_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "partnership_file_partnership_id_idx" ON "partnership_file"("partnership_id");
CREATE UNIQUE INDEX "partnership_file_file_id_key" ON "partnership_file"("file_id");

ALTER TABLE partnership_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership_file FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON partnership_file TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON partnership_file TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON partnership_file TO indgang_definer, indgang_worker;
GRANT SELECT, INSERT (id, partnership_id, file_id, recorded_by) ON partnership_file TO indgang_app;
CREATE POLICY app_read ON partnership_file FOR SELECT TO indgang_app USING ((SELECT access.may('association.read')));
-- Of a file one brought oneself: nobody makes an agreement of somebody's letter.
CREATE POLICY app_insert ON partnership_file FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('association.manage')) AND recorded_by = (SELECT access.uid())
  AND EXISTS (SELECT 1 FROM stored_file f WHERE f.id = file_id AND f.kind = 'partnership' AND f.owner_id = (SELECT access.uid())));

CREATE POLICY partnership_read ON stored_file FOR SELECT TO indgang_app USING (kind = 'partnership' AND (SELECT access.may('association.read')));
CREATE POLICY partnership_insert ON stored_file FOR INSERT TO indgang_app WITH CHECK (kind = 'partnership' AND person_id IS NULL AND mime = 'application/pdf' AND owner_id = (SELECT access.uid()) AND (SELECT access.may('association.manage')));
