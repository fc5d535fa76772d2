-- Three more places where an address has been in view: the answer to a citizen on the screen, a letter with contacts, and the file of the rows an import left out.
-- The first two say in the log whether there was an address on it; the file holds what the sheet said, also of somebody protected.
DO $$
DECLARE text text := pg_get_functiondef('access.address_shown(uuid, timestamptz)'::regprocedure);
  ways text := '(''person.compared'', ''screen'', NULL, true)';
  page text := 'w.page = e.details ->> ''page''';
BEGIN
  IF position(ways IN text) = 0 THEN RAISE EXCEPTION 'access.address_shown lists otherwise than this migration knows'; END IF;
  text := replace(text, ways, ways || ', (''subject.viewed'', ''screen'', ''address'', false), (''contact.report-made'', ''print'', ''address'', false), (''import.bad-rows'', ''import'', NULL, false)');
  IF position(page IN text) = 0 THEN RAISE EXCEPTION 'access.address_shown asks otherwise than this migration knows'; END IF;
  EXECUTE replace(text, page, page || ' OR (w.page = ''address'' AND e.details ->> ''address'' = ''true'')');
END $$;
