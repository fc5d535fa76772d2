-- How long it took to get there and back, and how far it was: beside the length of the talk, because a talk of half an hour an hour away is half a day.
ALTER TABLE contact ADD COLUMN travel_minutes integer, ADD COLUMN travel_km integer;
ALTER TABLE contact
  ADD CONSTRAINT contact_travel_minutes CHECK (travel_minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT contact_travel_km CHECK (travel_km BETWEEN 1 AND 2000);

-- What is taken back goes whole, and comes back whole.
DO $$
DECLARE before text; after text;
BEGIN
  before := pg_get_functiondef('access.redact_contact(uuid, text)'::regprocedure);
  after := replace(replace(before, '''minutes'', c.minutes,', '''minutes'', c.minutes, ''travel_minutes'', c.travel_minutes, ''travel_km'', c.travel_km,'), 'minutes = NULL,', 'minutes = NULL, travel_minutes = NULL, travel_km = NULL,');
  IF after NOT LIKE '%c.travel_km%travel_km = NULL%' THEN RAISE EXCEPTION 'access.redact_contact is not as it was'; END IF;
  EXECUTE after;
  before := pg_get_functiondef('access.restore_contact(uuid)'::regprocedure);
  after := replace(before, 'minutes = (r.original ->> ''minutes'')::int,', 'minutes = (r.original ->> ''minutes'')::int, travel_minutes = (r.original ->> ''travel_minutes'')::int, travel_km = (r.original ->> ''travel_km'')::int,');
  IF after = before THEN RAISE EXCEPTION 'access.restore_contact is not as it was'; END IF;
  EXECUTE after;
END $$;
