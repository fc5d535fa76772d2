-- Letters that are carried wait for a person, not for a worker: they keep no run from being sent.
CREATE OR REPLACE FUNCTION access.run_letters(wanted uuid) RETURNS TABLE (state letter_state, n integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.state, count(*)::int FROM letter l
  WHERE l.run_id = wanted AND l.channel <> 'BY_HAND' AND (current_setting('role') <> 'indgang_app' OR access.may('outreach.read')) GROUP BY l.state $$;
