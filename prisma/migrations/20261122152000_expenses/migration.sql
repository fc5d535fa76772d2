-- What a volunteer has laid out (ADR 0048): written once, with the rate it was counted by, and never changed. What became of it is a step that is added: sent, approved or
-- refused, paid. The number of a step says which it is, so that nothing is approved twice and nothing is paid twice, whoever writes at once.
CREATE TABLE "expense_rate" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "per_km" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "expense_rate_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "expense_rate_kind_valid_from_key" ON "expense_rate"("kind", "valid_from");
ALTER TABLE expense_rate
  ADD CONSTRAINT expense_rate_kind CHECK (kind IN ('car', 'cycle')),
  ADD CONSTRAINT expense_rate_per_km CHECK (per_km BETWEEN 1 AND 2000),
  ADD CONSTRAINT expense_rate_source CHECK (length(source) BETWEEN 1 AND 300);

CREATE TABLE "volunteer_expense" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" SERIAL NOT NULL,
    "volunteer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "metres" INTEGER,
    "per_km" INTEGER,
    "rate_from" DATE,
    "rate_source" TEXT,
    "amount" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "receipt" TEXT,
    "entered_by" UUID,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_expense_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_expense_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "volunteer_expense_number_key" ON "volunteer_expense"("number");
CREATE INDEX "volunteer_expense_volunteer_id_idx" ON "volunteer_expense"("volunteer_id");
ALTER TABLE volunteer_expense
  ADD CONSTRAINT volunteer_expense_kind CHECK (kind IN ('car', 'cycle', 'public', 'other')),
  ADD CONSTRAINT volunteer_expense_amount CHECK (amount BETWEEN 1 AND 1000000),
  -- By the kilometre: what the rate gives, and no other amount. Anything else: with a receipt.
  ADD CONSTRAINT volunteer_expense_rate CHECK ((kind IN ('car', 'cycle')) = (num_nonnulls(metres, per_km, rate_from, rate_source) = 4) AND (kind IN ('car', 'cycle')) = (num_nonnulls(metres, per_km, rate_from, rate_source) > 0)
    AND metres BETWEEN 100 AND 2000000 AND rate_from <= on_day AND amount = coalesce(round(metres::numeric * per_km / 1000)::int, amount)),
  ADD CONSTRAINT volunteer_expense_words CHECK (length(purpose) BETWEEN 1 AND 300 AND length(receipt) BETWEEN 1 AND 300 AND (kind IN ('car', 'cycle') OR receipt IS NOT NULL));

CREATE TABLE "volunteer_expense_step" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "expense_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "reason" TEXT,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_expense_step_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_expense_step_expense_id_fkey" FOREIGN KEY ("expense_id") REFERENCES "volunteer_expense"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Of two who decide, or who pay, at once the second finds its number taken.
CREATE UNIQUE INDEX "volunteer_expense_step_expense_id_number_key" ON "volunteer_expense_step"("expense_id", "number");
ALTER TABLE volunteer_expense_step
  ADD CONSTRAINT volunteer_expense_step_state CHECK ((number = 1 AND state = 'sent') OR (number = 2 AND state IN ('approved', 'refused')) OR (number = 3 AND state = 'paid')),
  ADD CONSTRAINT volunteer_expense_step_reason CHECK ((state = 'refused') = (reason IS NOT NULL) AND length(reason) BETWEEN 1 AND 500);

-- The one before must be there: nothing is decided that was not sent, and nothing is paid that was not approved. Never approved by whoever wrote it.
CREATE FUNCTION access.guard_expense_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM volunteer_expense_step s WHERE s.expense_id = NEW.expense_id AND s.number = NEW.number - 1 AND s.state = CASE NEW.number WHEN 2 THEN 'sent' ELSE 'approved' END) THEN
    RAISE EXCEPTION 'An expense is sent, then approved, then paid' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'approved' AND EXISTS (SELECT 1 FROM volunteer_expense e WHERE e.id = NEW.expense_id AND e.entered_by = NEW.recorded_by) THEN
    RAISE EXCEPTION 'An expense is approved by somebody else than who wrote it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION access.guard_expense_step() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.guard_expense_step() FROM PUBLIC;
CREATE TRIGGER guard_expense_step BEFORE INSERT ON volunteer_expense_step FOR EACH ROW EXECUTE FUNCTION access.guard_expense_step();

-- What a volunteer is called where no name may stand: for whoever reads what was laid out and not who the volunteers are.
CREATE FUNCTION access.volunteer_number(wanted uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT v.number FROM volunteer v WHERE v.id = wanted AND (access.may('expense.read')) AND NOT (v.id = ANY (access.closed_volunteers())) $$;
ALTER FUNCTION access.volunteer_number(uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.volunteer_number(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.volunteer_number(uuid) TO indgang_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['expense_rate', 'volunteer_expense', 'volunteer_expense_step'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE volunteer_expense_number_seq TO indgang_app, indgang_definer, indgang_worker;
CREATE POLICY app_read ON expense_rate FOR SELECT TO indgang_app USING ((SELECT access.may('expense.read')));
-- A manager reads it without reading the volunteer; of whom the reader may know nothing, as with the volunteer.
CREATE POLICY app_read ON volunteer_expense FOR SELECT TO indgang_app USING ((SELECT access.may('expense.read')) AND NOT (volunteer_id = ANY ((SELECT access.closed_volunteers())::uuid[])));
CREATE POLICY app_read ON volunteer_expense_step FOR SELECT TO indgang_app USING (EXISTS (SELECT 1 FROM volunteer_expense e WHERE e.id = volunteer_expense_step.expense_id));
GRANT INSERT (id, volunteer_id, kind, on_day, metres, per_km, rate_from, rate_source, amount, purpose, receipt, entered_by) ON volunteer_expense TO indgang_app;
CREATE POLICY app_insert ON volunteer_expense FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('expense.record')) AND entered_by = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM volunteer v WHERE v.id = volunteer_expense.volunteer_id));
GRANT INSERT (id, expense_id, number, state, on_day, reason, recorded_by) ON volunteer_expense_step TO indgang_app;
CREATE POLICY app_insert ON volunteer_expense_step FOR INSERT TO indgang_app WITH CHECK (recorded_by = (SELECT access.uid()) AND EXISTS (SELECT 1 FROM volunteer_expense e WHERE e.id = volunteer_expense_step.expense_id)
  AND CASE WHEN state IN ('sent', 'paid') THEN (SELECT access.may('expense.record')) ELSE (SELECT access.may('expense.approve')) END);

-- Erased with the volunteer, and kept in the image until then.
DO $$
DECLARE
  image text := pg_get_functiondef('access.retention_image(text, uuid)'::regprocedure);
  part constant text := '''volunteer_training'', (SELECT';
BEGIN
  IF position(part IN image) = 0 THEN RAISE EXCEPTION 'Retention is written otherwise than this migration knows'; END IF;
  EXECUTE replace(image, part, $new$'volunteer_expense', (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM volunteer_expense e WHERE e.volunteer_id = wanted), 'volunteer_expense_step', (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM volunteer_expense_step s JOIN volunteer_expense e ON e.id = s.expense_id WHERE e.volunteer_id = wanted),
          $new$ || part);
END $$;
