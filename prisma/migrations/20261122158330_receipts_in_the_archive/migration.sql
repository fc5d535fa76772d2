-- The image of a record has a variable of the name the receipts were read under, and failed for everybody: read under a name of their own.
DO $$
DECLARE image text := pg_get_functiondef('access.retention_image(text, uuid)'::regprocedure); part constant text := 'JOIN expense_receipt r ON r.file_id = f.id JOIN volunteer_expense e ON e.id = r.expense_id';
BEGIN
  IF position(part IN image) = 0 THEN RAISE EXCEPTION 'Retention is written otherwise than this migration knows'; END IF;
  EXECUTE replace(image, part, 'JOIN expense_receipt kept ON kept.file_id = f.id JOIN volunteer_expense e ON e.id = kept.expense_id');
END $$;
