-- Views of the queues (ADR 0034): a queue with its filters, columns and order under a name, one's own or the unit's. Filters alone: an address of this form can
-- hold no person, whoever writes it.
CREATE TABLE "case_view" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "owner_id" UUID NOT NULL,
    "unit_id" UUID,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "case_view_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_view_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "case_view_owner_id_idx" ON "case_view"("owner_id");
CREATE INDEX "case_view_unit_id_idx" ON "case_view"("unit_id");
ALTER TABLE case_view
  ADD CONSTRAINT case_view_name CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT case_view_search CHECK (length(search) <= 300 AND search ~ '^queue=[a-z]+(&(scope|kind|phase|days|sort|dir|col)=[a-z0-9]+)*$');
ALTER TABLE case_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_view FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON case_view TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON case_view TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON case_view TO indgang_definer, indgang_worker, indgang_app;
-- Read by its owner, and by the unit it was made for while it is there; written by its owner alone, and for their own unit.
CREATE POLICY app_read ON case_view FOR SELECT TO indgang_app USING ((SELECT access.may('case.read')) AND (owner_id = (SELECT access.uid()) OR (unit_id = (SELECT access.my_unit()) AND deleted_at IS NULL)));
CREATE POLICY app_insert ON case_view FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('case.read')) AND owner_id = (SELECT access.uid()) AND (unit_id IS NULL OR unit_id = (SELECT access.my_unit())));
CREATE POLICY app_update ON case_view FOR UPDATE TO indgang_app USING ((SELECT access.may('case.read')) AND owner_id = (SELECT access.uid())) WITH CHECK (owner_id = (SELECT access.uid()) AND (unit_id IS NULL OR unit_id = (SELECT access.my_unit())));
CREATE POLICY app_delete ON case_view FOR DELETE TO indgang_app USING ((SELECT access.may('case.read')) AND owner_id = (SELECT access.uid()));
