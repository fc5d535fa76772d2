-- Volunteers send what they have laid out themselves, with the receipt (ADR 0055). Its bytes are a file as every other (ADR 0007); a row says whose expense it is. It is read by those who lead volunteers and
-- goes with the expense: nothing of it stays when the volunteer is erased.
CREATE TABLE "expense_receipt" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "expense_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "expense_receipt_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "expense_receipt_expense_id_fkey" FOREIGN KEY ("expense_id") REFERENCES "volunteer_expense"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "expense_receipt_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "expense_receipt_expense_id_key" ON "expense_receipt"("expense_id");
CREATE UNIQUE INDEX "expense_receipt_file_id_key" ON "expense_receipt"("file_id");
ALTER TABLE expense_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE expense_receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON expense_receipt TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON expense_receipt TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON expense_receipt TO indgang_definer, indgang_worker;
GRANT SELECT ON expense_receipt TO indgang_app;
-- That there is one follows the expense. Written by the volunteer's own function alone.
CREATE POLICY app_read ON expense_receipt FOR SELECT TO indgang_app USING (EXISTS (SELECT 1 FROM volunteer_expense e WHERE e.id = expense_receipt.expense_id));
-- What stands on it may tell who somebody is, where they live and which card they pay with: for those who know the volunteer, and not for a manager who reads expenses by number.
CREATE POLICY receipt_read ON stored_file FOR SELECT TO indgang_app USING (kind = 'receipt' AND (SELECT access.may('volunteer.read')) AND EXISTS (SELECT 1 FROM expense_receipt r WHERE r.file_id = stored_file.id));

CREATE FUNCTION access.receipt_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM stored_file WHERE id = OLD.file_id AND kind = 'receipt';
  RETURN NULL;
END $$;
CREATE TRIGGER receipt_gone AFTER DELETE ON expense_receipt FOR EACH ROW EXECUTE FUNCTION access.receipt_gone();

-- As before; and nobody approves what has a receipt they may not open.
CREATE OR REPLACE FUNCTION access.guard_expense_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('role') = 'indgang_app' AND NOT (access.may('expense.record') OR access.may('expense.approve')) THEN RETURN NEW; END IF;
  IF NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM volunteer_expense_step s WHERE s.expense_id = NEW.expense_id AND s.number = NEW.number - 1 AND s.state = CASE NEW.number WHEN 2 THEN 'sent' ELSE 'approved' END) THEN
    RAISE EXCEPTION 'An expense is sent, then approved, then paid' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'approved' AND EXISTS (SELECT 1 FROM volunteer_expense e WHERE e.id = NEW.expense_id AND e.entered_by = NEW.recorded_by) THEN
    RAISE EXCEPTION 'An expense is approved by somebody else than who wrote it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state = 'approved' AND current_setting('role') = 'indgang_app' AND NOT access.may('volunteer.read') AND EXISTS (SELECT 1 FROM expense_receipt r WHERE r.expense_id = NEW.expense_id) THEN
    RAISE EXCEPTION 'An expense is approved by somebody who may see its receipt' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- What one has sent and what became of it, the newest first.
CREATE FUNCTION access.my_expenses() RETURNS TABLE (number integer, kind text, on_day date, metres integer, amount integer, purpose text, receipt boolean, state text, since date, reason text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.number, e.kind, e.on_day, e.metres, e.amount, e.purpose, EXISTS (SELECT 1 FROM expense_receipt r WHERE r.expense_id = e.id), s.state, s.on_day, s.reason
  FROM volunteer_expense e JOIN LATERAL (SELECT n.state, n.on_day, n.reason FROM volunteer_expense_step n WHERE n.expense_id = e.id ORDER BY n.number DESC LIMIT 1) s ON true
  WHERE e.volunteer_id = access.my_volunteer() ORDER BY e.on_day DESC, e.number DESC LIMIT 100 $$;

-- What a kilometre is paid with from which day: the rate of the day counts.
CREATE FUNCTION access.my_expense_rates() RETURNS TABLE (kind text, valid_from date, per_km integer, source text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.kind, r.valid_from, r.per_km, r.source FROM expense_rate r WHERE access.my_volunteer() IS NOT NULL ORDER BY r.valid_from DESC, r.kind $$;

-- 'gone', 'future', 'late' (a year afterwards), 'rate' where none held that day, 'receipt' where one is needed and there is none, 'many' where forty wait already, or 'done' with its id. By the kilometre the
-- amount is what the rate gives. `bytes` are a picture or a PDF the application has looked into; what the file was called is not asked for.
CREATE FUNCTION access.send_my_expense(what text, day date, how_far integer, paid integer, why text, mime text, digest text, bytes bytea, OUT said text, OUT expense uuid) RETURNS record LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.my_volunteer(); rate expense_rate; distance boolean := what IN ('car', 'cycle'); called text; file uuid;
BEGIN
  said := 'gone';
  IF me IS NULL THEN RETURN; END IF;
  IF day > access.today() THEN said := 'future'; RETURN; END IF;
  IF day < access.today() - interval '12 months' THEN said := 'late'; RETURN; END IF;
  -- Two at once count each other.
  PERFORM pg_advisory_xact_lock(hashtextextended('expenses of ' || me, 0));
  IF (SELECT count(*) FROM volunteer_expense e WHERE e.volunteer_id = me AND NOT EXISTS (SELECT 1 FROM volunteer_expense_step s WHERE s.expense_id = e.id AND s.number = 2)) >= 40 THEN said := 'many'; RETURN; END IF;
  IF distance THEN
    SELECT * INTO rate FROM expense_rate r WHERE r.kind = what AND r.valid_from <= day ORDER BY r.valid_from DESC LIMIT 1;
    IF rate.id IS NULL THEN said := 'rate'; RETURN; END IF;
  ELSIF bytes IS NULL OR length(bytes) NOT BETWEEN 1 AND 10485760 OR mime NOT IN ('image/jpeg', 'image/png', 'application/pdf') THEN
    said := 'receipt'; RETURN;
  ELSE
    called := 'kvittering.' || CASE mime WHEN 'image/jpeg' THEN 'jpg' WHEN 'image/png' THEN 'png' ELSE 'pdf' END;
  END IF;
  INSERT INTO volunteer_expense (volunteer_id, kind, on_day, metres, per_km, rate_from, rate_source, amount, purpose, receipt)
    VALUES (me, what, day, CASE WHEN distance THEN how_far END, rate.per_km, rate.valid_from, rate.source, CASE WHEN distance THEN round(how_far::numeric * rate.per_km / 1000)::int ELSE paid END, why, called) RETURNING id INTO expense;
  INSERT INTO volunteer_expense_step (expense_id, number, state, on_day) VALUES (expense, 1, 'sent', access.today());
  IF called IS NOT NULL THEN
    INSERT INTO stored_file (owner_id, kind, mime, name, sha256, bytes) VALUES (access.uid(), 'receipt', send_my_expense.mime, called, digest, send_my_expense.bytes) RETURNING id INTO file;
    INSERT INTO expense_receipt (expense_id, file_id, recorded_by) VALUES (expense, file, access.uid());
  END IF;
  said := 'done';
END $$;

DO $$
DECLARE f text; image text := pg_get_functiondef('access.retention_image(text, uuid)'::regprocedure); part constant text := '''volunteer_training'', (SELECT';
BEGIN
  FOREACH f IN ARRAY ARRAY['access.receipt_gone()', 'access.my_expenses()', 'access.my_expense_rates()', 'access.send_my_expense(text, date, integer, integer, text, text, text, bytea)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    IF f <> 'access.receipt_gone()' THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f); END IF;
  END LOOP;
  -- In the image until it is erased, as files of letters are.
  IF position(part IN image) = 0 THEN RAISE EXCEPTION 'Retention is written otherwise than this migration knows'; END IF;
  EXECUTE replace(image, part, $new$'stored_file', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'sha256', f.sha256, 'base64', encode(f.bytes, 'base64'))), '[]') FROM stored_file f JOIN expense_receipt r ON r.file_id = f.id JOIN volunteer_expense e ON e.id = r.expense_id WHERE e.volunteer_id = wanted),
          $new$ || part);
END $$;
