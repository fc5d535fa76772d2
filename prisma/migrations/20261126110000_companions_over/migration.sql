-- What a companion reads of a citizen ends with the meeting, also where nobody writes the follow-up (ADR 0049).

-- How many days after the meeting they still read: long enough to write down their hours and what they paid, and to be rung about it; no longer than that takes. The same in every municipality, because it is what is
-- necessary, and not what is convenient. The application says the same number (lib/volunteering/companions/rules.ts).
CREATE FUNCTION access.companion_days() RETURNS integer LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$ SELECT 14 $$;

-- A consent to the volunteer who comes along to one meeting runs out with it, whoever writes it: what reads consents needs no clock of its own.
CREATE FUNCTION access.bound_companion_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last date;
BEGIN
  SELECT (c.ends_at AT TIME ZONE 'Europe/Copenhagen')::date + access.companion_days() INTO last FROM volunteer_match m JOIN companion_meeting c ON c.request_id = m.request_id
    WHERE m.person_id = NEW.person_id AND m.volunteer_id = NEW.recipient_volunteer_id AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = m.id) ORDER BY m.created_at DESC LIMIT 1;
  IF last < NEW.expires_on THEN NEW.expires_on := greatest(last, NEW.given_on); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bound_companion_consent BEFORE INSERT ON consent FOR EACH ROW WHEN (NEW.recipient_volunteer_id IS NOT NULL) EXECUTE FUNCTION access.bound_companion_consent();

-- Those that run already.
UPDATE consent c SET expires_on = greatest(c.given_on, (m.ends_at AT TIME ZONE 'Europe/Copenhagen')::date + access.companion_days())
  FROM volunteer_match o JOIN companion_meeting m ON m.request_id = o.request_id
  WHERE c.person_id = o.person_id AND c.recipient_volunteer_id = o.volunteer_id AND c.purpose = 'referral' AND c.recorded_at >= o.created_at AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = o.id)
    AND c.expires_on > greatest(c.given_on, (m.ends_at AT TIME ZONE 'Europe/Copenhagen')::date + access.companion_days());

-- What ends by the calendar was ended by nobody (`companion.daily`).
ALTER TABLE volunteer_match_end ALTER COLUMN recorded_by DROP NOT NULL;

-- As before; where the night has ended the match a moment ago there is nothing left to end.
CREATE OR REPLACE FUNCTION access.companion_over() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE o record;
BEGIN
  SELECT x.id, x.person_id, x.volunteer_id INTO o FROM companion_meeting m JOIN volunteer_match x ON x.request_id = m.request_id WHERE m.id = NEW.meeting_id AND NOT EXISTS (SELECT 1 FROM volunteer_match_end e WHERE e.match_id = x.id) FOR UPDATE OF x;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO volunteer_match_end (match_id, person_id, ended_on, ended_by, cause, met, rating, words, recorded_by)
    VALUES (o.id, o.person_id, access.today(), 'municipality', CASE NEW.step WHEN 'followed-up' THEN 'reached' ELSE 'other' END, NEW.step = 'followed-up', NULL, NULL, NEW.recorded_by) ON CONFLICT (match_id) DO NOTHING;
  INSERT INTO consent_withdrawal (consent_id, person_id, withdrawn_on, how, note, recorded_by)
    SELECT c.id, c.person_id, access.today(), 'digital', 'Mødet er overstået', NEW.recorded_by FROM consent c WHERE c.person_id = o.person_id AND c.recipient_volunteer_id = o.volunteer_id AND c.purpose = 'referral' AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id);
  RETURN NULL;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.companion_days()', 'access.bound_companion_consent()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
