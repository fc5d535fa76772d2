-- Grounds made from the column they took the place of were noted on the day of the change, and pages opened before it would have counted as having
-- shown an address that was hidden already. They are as old as the history says the protection is.
UPDATE person_protection g SET noted_at = coalesce((SELECT max(h.changed_at) FROM field_history h WHERE h.person_id = g.person_id AND h.table_name = 'person' AND h.field = 'protection' AND h.new_value = g.level::text), p.created_at)
  FROM person p WHERE p.id = g.person_id AND g.basis = 'OWN' AND g.noted_by IS NULL AND g.lifted_at IS NULL;
