-- Which of the questions the caller sees were asked within these two minutes: of those a mail may still be on its way. Of every other whoever was not written to has no address, and is rung.
CREATE FUNCTION access.asked_lately() RETURNS TABLE (request_id uuid, volunteer_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.request_id, a.volunteer_id FROM access.asked_pairs() a
  WHERE EXISTS (SELECT 1 FROM volunteer_pair_step s WHERE s.request_id = a.request_id AND s.volunteer_id = a.volunteer_id AND s.step = 'asked' AND s.recorded_at > now() - interval '2 minutes') $$;
ALTER FUNCTION access.asked_lately() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.asked_lately() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.asked_lately() TO indgang_app;
