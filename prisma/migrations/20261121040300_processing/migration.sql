-- The municipality's own words in the records of processing (GDPR art. 30). What data there is and who may see it is generated, never typed.
CREATE TABLE "processing_text" (
    "area" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "subjects" TEXT NOT NULL,
    "recipients" TEXT NOT NULL,
    "transfers" TEXT NOT NULL,
    "security" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "processing_text_pkey" PRIMARY KEY ("area")
);
ALTER TABLE processing_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE processing_text FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON processing_text TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON processing_text TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT ON processing_text TO indgang_definer, indgang_worker;
GRANT SELECT, UPDATE ON processing_text TO indgang_app;
CREATE POLICY text_read ON processing_text FOR SELECT TO indgang_app USING ((SELECT access.may('processing.read')));
CREATE POLICY text_write ON processing_text FOR UPDATE TO indgang_app USING ((SELECT access.may('processing.edit'))) WITH CHECK ((SELECT access.may('processing.edit')));
-- The periods of erasure are part of it.
CREATE POLICY rule_in_records ON retention_rule FOR SELECT TO indgang_app USING ((SELECT access.may('processing.read')));
