-- The rows as they were before: read from the statement's own snapshot. Locking them here (FOR UPDATE) skipped every row the statement itself had
-- already written, and no change was ever noted.
CREATE OR REPLACE FUNCTION access.place(wanted_run uuid, persons uuid[], day date) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE moved integer;
BEGIN
  PERFORM 1 FROM run WHERE id = wanted_run AND state NOT IN ('CLOSED', 'CANCELLED');
  IF NOT FOUND THEN RETURN 0; END IF;
  WITH placed AS (SELECT * FROM access.placements(wanted_run, persons, day)),
    before AS (SELECT m.id, m.run_id, m.person_id, m.run_group FROM run_member m JOIN placed ON placed.member_id = m.id),
    written AS (
      UPDATE run_member m SET run_group = placed.new_group, reason = placed.new_reason, channel = placed.new_channel, changed_at = now()
      FROM placed WHERE placed.member_id = m.id RETURNING m.id, placed.new_group, placed.new_reason),
    noted AS (
      INSERT INTO run_member_change (run_id, person_id, from_group, to_group, reason, changed_by)
      SELECT b.run_id, b.person_id, b.run_group, w.new_group, w.new_reason, access.uid() FROM before b JOIN written w USING (id) WHERE b.run_group <> w.new_group)
  SELECT count(*) INTO moved FROM written;
  RETURN moved;
END $$;
