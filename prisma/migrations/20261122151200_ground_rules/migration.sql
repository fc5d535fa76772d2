-- What volunteers and staff have agreed on at a workplace of the municipality: versions that are added and never changed (ADR 0047).
CREATE TABLE "workplace" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "closed_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "workplace_pkey" PRIMARY KEY ("id")
);
ALTER TABLE workplace ADD CONSTRAINT workplace_words CHECK (length(name) BETWEEN 1 AND 120);

CREATE TABLE "ground_rules" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workplace_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "volunteers" TEXT NOT NULL,
    "staff" TEXT NOT NULL,
    "together" TEXT,
    "agreed_with" TEXT,
    "from_day" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ground_rules_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ground_rules_workplace_id_fkey" FOREIGN KEY ("workplace_id") REFERENCES "workplace"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Of two who write at once the second finds the number taken.
CREATE UNIQUE INDEX "ground_rules_workplace_id_number_key" ON "ground_rules"("workplace_id", "number");
ALTER TABLE ground_rules ADD CONSTRAINT ground_rules_words CHECK (length(volunteers) BETWEEN 1 AND 2000 AND length(staff) BETWEEN 1 AND 2000 AND length(together) BETWEEN 1 AND 2000 AND length(agreed_with) BETWEEN 1 AND 300 AND number BETWEEN 1 AND 1000);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['workplace', 'ground_rules'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
    EXECUTE format($p$CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may('volunteer.read')))$p$, t);
  END LOOP;
END $$;
GRANT INSERT (id, name, created_by), UPDATE (closed_on) ON workplace TO indgang_app;
CREATE POLICY app_insert ON workplace FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND created_by = (SELECT access.uid()));
CREATE POLICY app_update ON workplace FOR UPDATE TO indgang_app USING ((SELECT access.may('volunteer.manage')));
GRANT INSERT (id, workplace_id, number, volunteers, staff, together, agreed_with, from_day, recorded_by) ON ground_rules TO indgang_app;
CREATE POLICY app_insert ON ground_rules FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('volunteer.manage')) AND recorded_by = (SELECT access.uid()));
