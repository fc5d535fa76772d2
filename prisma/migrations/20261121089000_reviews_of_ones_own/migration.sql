-- Whoever looks after reasons and emergencies read, without a name, what a colleague had written about the reviewer's own family. It is theirs to read as little as the record.
ALTER POLICY reason_read ON access_reason USING (
  user_id = (SELECT access.uid())
  OR ((access.is_responsible(person_id) OR (sampled_at IS NOT NULL AND access.reviews(user_id))) AND NOT (person_id = ANY ((SELECT access.conflicts())::uuid[]))));
ALTER POLICY reason_review ON access_reason USING (
  sampled_at IS NOT NULL AND verdict IS NULL AND access.reviews(user_id) AND NOT (person_id = ANY ((SELECT access.conflicts())::uuid[])));
ALTER POLICY glass_read ON break_glass USING (
  user_id = (SELECT access.uid()) OR (access.reviews(user_id) AND NOT (person_id = ANY ((SELECT access.conflicts())::uuid[]))));
CREATE OR REPLACE FUNCTION access.review_glass(wanted uuid, found text, words text) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH done AS (UPDATE break_glass SET reviewed_by = access.uid(), reviewed_at = now(), verdict = found, review_note = words
    WHERE id = wanted AND verdict IS NULL AND access.may('access.review') AND access.reviews(user_id) AND NOT (person_id = ANY (access.conflicts())) RETURNING 1) SELECT EXISTS (SELECT 1 FROM done) $$;
