-- One word for one thing: what runs between a citizen and a volunteer is a match, also where the end of one is written on a consent. What is written already stands as it was written.
DO $$
DECLARE f text := pg_get_functiondef('access.end_match(uuid, text, text, boolean, integer, text)'::regprocedure);
BEGIN
  IF position('''Forløbet er afsluttet''' IN f) = 0 THEN RAISE EXCEPTION 'access.end_match reads otherwise than this migration knows'; END IF;
  EXECUTE replace(f, '''Forløbet er afsluttet''', '''Matchet er afsluttet''');
END $$;
