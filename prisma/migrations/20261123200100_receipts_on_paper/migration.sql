-- A receipt that was handed in on paper is kept with the expense as well (ADR 0057), as the volunteer's own is: a picture or a PDF the application has looked into, named anew, and opened by those who know the volunteer.

-- As before; and waits for a receipt that is just being kept, so that nobody approves what they did not see.
CREATE OR REPLACE FUNCTION access.guard_expense_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('role') = 'indgang_app' AND NOT (access.may('expense.record') OR access.may('expense.approve')) THEN RETURN NEW; END IF;
  PERFORM 1 FROM volunteer_expense e WHERE e.id = NEW.expense_id FOR KEY SHARE;
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

-- Keeps the receipt of an expense the caller wrote themselves, once, until somebody has said yes or no: 'done'; 'receipt' for what is none; 'kept' where there is one; 'late' where it is decided; 'gone' for
-- everything else, also what the caller may not know of or another wrote. What the file was called is not asked for.
CREATE FUNCTION access.keep_receipt(expense uuid, mime text, digest text, bytes bytea) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE file uuid;
BEGIN
  PERFORM 1 FROM volunteer_expense e WHERE e.id = keep_receipt.expense AND e.entered_by = access.uid() AND access.may('expense.record') AND access.may('volunteer.read') AND NOT (e.volunteer_id = ANY (access.closed_volunteers())) FOR UPDATE;
  IF NOT FOUND THEN RETURN 'gone'; END IF;
  IF bytes IS NULL OR length(bytes) NOT BETWEEN 1 AND 10485760 OR mime IS NULL OR mime NOT IN ('image/jpeg', 'image/png', 'application/pdf') THEN RETURN 'receipt'; END IF;
  IF EXISTS (SELECT 1 FROM volunteer_expense_step s WHERE s.expense_id = keep_receipt.expense AND s.number > 1) THEN RETURN 'late'; END IF;
  IF EXISTS (SELECT 1 FROM expense_receipt r WHERE r.expense_id = keep_receipt.expense) THEN RETURN 'kept'; END IF;
  INSERT INTO stored_file (owner_id, kind, mime, name, sha256, bytes) VALUES (access.uid(), 'receipt', keep_receipt.mime, 'kvittering.' || CASE keep_receipt.mime WHEN 'image/jpeg' THEN 'jpg' WHEN 'image/png' THEN 'png' ELSE 'pdf' END, digest, keep_receipt.bytes) RETURNING id INTO file;
  INSERT INTO expense_receipt (expense_id, file_id, recorded_by) VALUES (keep_receipt.expense, file, access.uid());
  RETURN 'done';
END $$;
ALTER FUNCTION access.keep_receipt(uuid, text, text, bytea) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.keep_receipt(uuid, text, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.keep_receipt(uuid, text, text, bytea) TO indgang_app;
