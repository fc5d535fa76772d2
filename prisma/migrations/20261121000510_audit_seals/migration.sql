-- Seals over the audit log: each names exactly which events it covers, their common hash and the seal before it. The key is not in the
-- database, so whoever may write here can break a seal and cannot make one. A copy of every seal goes to a file outside (lib/audit/seals).
CREATE TABLE "audit_seal" (
    "no" BIGINT NOT NULL,
    "sealed_at" TIMESTAMPTZ NOT NULL,
    "ranges" TEXT NOT NULL,
    "events" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,
    "previous" BYTEA NOT NULL,
    "mac" BYTEA NOT NULL,
    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("no")
);
CREATE INDEX "audit_seal_sealed_at_idx" ON "audit_seal"("sealed_at");
CREATE TABLE "audit_check" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "checked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seals" INTEGER NOT NULL,
    "events" INTEGER NOT NULL,
    "problems" INTEGER NOT NULL,
    "first_problem" TEXT,
    CONSTRAINT "audit_check_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "audit_check_checked_at_idx" ON "audit_check"("checked_at");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_seal', 'audit_check'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may(''audit.read'')))', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app, indgang_definer', t);
    -- Added to and never changed, also by the job that writes them.
    EXECUTE format('GRANT SELECT, INSERT ON %I TO indgang_worker', t);
  END LOOP;
END $$;
