-- What a volunteer is asked, on their own page (ADR 0046, 0050): what the link tells, and no name. Answered by the same write as the link's.
CREATE FUNCTION access.my_questions(speaks text) RETURNS TABLE (id uuid, role text, about text, areas text[], times text[], languages text[], asked_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.id, CASE speaks WHEN 'en' THEN o.name_en ELSE o.name_da END, CASE speaks WHEN 'en' THEN o.description_en ELSE o.description_da END,
    ARRAY(SELECT CASE speaks WHEN 'en' THEN l.name_en ELSE l.name_da END FROM local_area l WHERE l.code = ANY (r.areas) ORDER BY l.position), r.times,
    CASE WHEN EXISTS (SELECT 1 FROM consent c JOIN unit u ON u.id = c.recipient_unit_id AND u.kind = 'VOLUNTEERING' WHERE c.person_id = r.person_id AND c.purpose = 'referral' AND 'needs' = ANY (c.fields) AND c.given_on <= access.today() AND c.expires_on >= access.today()
      AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id)) THEN r.languages ELSE '{}' END, s.on_day
  FROM (SELECT access.my_volunteer() AS id) me JOIN LATERAL (SELECT DISTINCT ON (x.request_id) x.* FROM volunteer_pair_step x WHERE x.volunteer_id = me.id ORDER BY x.request_id, x.number DESC) s ON s.step = 'asked'
    JOIN volunteer_request r ON r.id = s.request_id JOIN volunteer_role o ON o.code = r.role_code
  WHERE access.pair_asked(r.id, me.id) = s.number AND NOT EXISTS (SELECT 1 FROM volunteer_answer a WHERE a.request_id = r.id AND a.volunteer_id = me.id AND a.number = s.number AND a.side = 'volunteer') ORDER BY s.on_day, r.id $$;

-- Answered by the volunteer themselves: as access.put_pair_answer says; 'gone' for what they are not asked. Whose it is and who answered are for the log and the job that begins a match.
CREATE FUNCTION access.answer_my_question(wanted uuid, says boolean, why text, OUT said text, OUT volunteer_id uuid, OUT person_id uuid) RETURNS record LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  said := 'gone';
  volunteer_id := access.my_volunteer();
  IF volunteer_id IS NULL OR NOT EXISTS (SELECT 1 FROM volunteer_pair_step s WHERE s.request_id = wanted AND s.volunteer_id = answer_my_question.volunteer_id) THEN RETURN; END IF;
  said := access.put_pair_answer(wanted, volunteer_id, 'volunteer', says, why, NULL, NULL, 'page');
  IF said <> 'gone' THEN SELECT r.person_id INTO person_id FROM volunteer_request r WHERE r.id = wanted; END IF;
END $$;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.my_questions(text)', 'access.answer_my_question(uuid, boolean, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
