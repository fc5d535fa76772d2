-- Ending a legal hold asked for the right to hold and not for the person: an UPDATE without WHERE asks no SELECT policy, so a coordinator
-- could end the holds of everybody, and what was held would be erased. Found by tests/proof.
ALTER POLICY hold_end ON legal_hold USING (ended_at IS NULL AND (SELECT access.may('retention.hold'))
  AND ((SELECT access.has_scope('retention.hold', 'metadata')) OR EXISTS (SELECT 1 FROM person p WHERE p.id = legal_hold.person_id)));
