-- Look-ups nobody can see a reason for: a short list the data protection officer goes through (ADR 0018). Like the log it is made from, it names
-- the record that was opened then (`about_id`): it is no part of that record, does not move when records are merged, and the citizen's own
-- report of look-ups is made from the log.
CREATE TABLE "unusual_lookup" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "day" DATE NOT NULL,
    "user_id" UUID NOT NULL,
    "about_id" UUID NOT NULL,
    "points" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "lookups" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ NOT NULL,
    "found_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "unusual_lookup_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "unusual_lookup_day_user_id_about_id_key" ON "unusual_lookup"("day", "user_id", "about_id");
CREATE INDEX "unusual_lookup_outcome_points_idx" ON "unusual_lookup"("outcome", "points" DESC);
ALTER TABLE unusual_lookup ADD CONSTRAINT unusual_lookup_outcome CHECK (outcome IN ('EXPLAINED', 'FOLLOW_UP', 'WORK_FOUND'));
-- What was said about a look-up, added to and never changed.
CREATE TABLE "unusual_verdict" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lookup_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "unusual_verdict_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "unusual_verdict_lookup_id_fkey" FOREIGN KEY ("lookup_id") REFERENCES "unusual_lookup"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "unusual_verdict_lookup_id_decided_at_idx" ON "unusual_verdict"("lookup_id", "decided_at");
ALTER TABLE unusual_verdict ADD CONSTRAINT unusual_verdict_outcome CHECK (outcome IN ('EXPLAINED', 'FOLLOW_UP')), ADD CONSTRAINT unusual_verdict_note CHECK (btrim(note) <> '');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['unusual_lookup', 'unusual_verdict'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_definer, indgang_worker, indgang_app', t);
  END LOOP;
END $$;
-- The nightly job counts again and never deletes: who has been on the list stays in it.
GRANT INSERT, UPDATE ON unusual_lookup TO indgang_worker;
GRANT UPDATE (outcome, version) ON unusual_lookup TO indgang_app;
GRANT INSERT ON unusual_verdict TO indgang_app;
CREATE POLICY app_read ON unusual_lookup FOR SELECT TO indgang_app USING ((SELECT access.may('audit.review')));
CREATE POLICY app_update ON unusual_lookup FOR UPDATE TO indgang_app USING ((SELECT access.may('audit.review'))) WITH CHECK (outcome IN ('EXPLAINED', 'FOLLOW_UP'));
-- Nobody judges what they themselves looked up, nor look-ups about themselves and their family: for them these do not exist.
CREATE POLICY core_own ON unusual_lookup AS RESTRICTIVE TO indgang_app USING (user_id <> (SELECT access.uid()) AND NOT (about_id = ANY ((SELECT access.conflicts())::uuid[])));
CREATE POLICY app_read ON unusual_verdict FOR SELECT TO indgang_app USING (EXISTS (SELECT 1 FROM unusual_lookup l WHERE l.id = lookup_id));
CREATE POLICY app_insert ON unusual_verdict FOR INSERT TO indgang_app WITH CHECK (decided_by = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM unusual_lookup l WHERE l.id = lookup_id));

-- Where somebody lives now, as street and postcode folded; protected or not. Only the function below and the nightly job ask.
CREATE FUNCTION access.street_of(wanted uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT access.fold(a.street) || ' ' || a.postcode FROM (
    SELECT street, postcode, from_day FROM address WHERE person_id = wanted AND to_day IS NULL
    UNION ALL SELECT street, postcode, from_day FROM protected_address WHERE person_id = wanted AND to_day IS NULL) a
  ORDER BY a.from_day DESC NULLS LAST LIMIT 1 $$;
-- Whether a member of staff lives in that street: a yes or a no, so that the job needs not know which record is whose.
CREATE FUNCTION access.lives_in(who uuid, street text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT access.street_of(u.person_id) = street FROM app_user u WHERE u.id = who AND u.person_id IS NOT NULL), false) $$;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.street_of(uuid)', 'access.lives_in(uuid, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_worker', f);
  END LOOP;
END $$;
