-- How many records of a kind could go on this day if its rule were in force as it is written (ADR 0019), for whoever decides whether it is to be. The rule is switched on, access.retention_due is asked as a list would ask it, and the rule is back as it was before this function answers:
-- the block that switched it on is undone whatever it found. Nobody else ever reads it as on, nothing is written to a list, and no other question has to be kept like the first.
CREATE FUNCTION access.retention_if_on(wanted text, on_day date) RETURNS TABLE (due integer, held integer) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE free integer; kept integer;
BEGIN
  IF NOT access.may('retention.manage') THEN RETURN; END IF;
  BEGIN
    UPDATE retention_rule r SET active = true WHERE r.kind = wanted;
    SELECT count(*) FILTER (WHERE NOT x.held), count(*) FILTER (WHERE x.held) INTO free, kept FROM access.retention_due(on_day) x WHERE x.kind = wanted;
    RAISE EXCEPTION 'as it was' USING ERRCODE = 'RT000';
  EXCEPTION WHEN SQLSTATE 'RT000' THEN NULL;
  END;
  RETURN QUERY SELECT free, kept;
END $$;
ALTER FUNCTION access.retention_if_on(text, date) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.retention_if_on(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.retention_if_on(text, date) TO indgang_app;
