-- A volunteer's own page (ADR 0050): functions that take no id of a volunteer and answer with the columns of lib/volunteering/own/fields.ts, and nothing else.

-- The volunteer who is signed in; nobody where the login has ended, the volunteer no longer helps, or whoever asks is something else.
CREATE FUNCTION access.my_volunteer() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT l.volunteer_id FROM volunteer_login l WHERE l.user_id = access.uid() AND l.ended_at IS NULL AND access.may('volunteer.own') AND access.volunteer_stands(l.volunteer_id) IN ('active', 'paused') $$;

CREATE FUNCTION access.my_facts(speaks text) RETURNS TABLE (number integer, first_name text, last_name text, email text, phone text, roles text[], areas text[], times text[], languages text[], limits text, capacity integer, monthly_limit integer, association text, step text, step_on date, back_on date, version integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT v.number, v.first_name, v.last_name, v.email, v.phone,
    ARRAY(SELECT CASE speaks WHEN 'en' THEN r.name_en ELSE r.name_da END FROM volunteer_role r WHERE r.code = ANY (v.roles) ORDER BY r.position), ARRAY(SELECT CASE speaks WHEN 'en' THEN a.name_en ELSE a.name_da END FROM local_area a WHERE a.code = ANY (v.areas) ORDER BY a.position),
    v.times, ARRAY(SELECT l.language || '-' || l.level FROM volunteer_language l WHERE l.volunteer_id = v.id ORDER BY l.language), v.limits, v.capacity, v.monthly_limit, (SELECT o.name FROM association o WHERE o.id = v.association_id),
    s.step, s.on_day, CASE s.step WHEN 'paused' THEN s.until_day END, v.version
  FROM volunteer v JOIN LATERAL (SELECT x.* FROM volunteer_step x WHERE x.volunteer_id = v.id ORDER BY x.number DESC LIMIT 1) s ON true WHERE v.id = access.my_volunteer() $$;

-- Every word on every paper, and those that are needed and nobody has asked for yet: then without a number.
CREATE FUNCTION access.my_papers(speaks text) RETURNS TABLE (kind text, name text, needed boolean, number integer, state text, on_day date, expires_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.code, CASE speaks WHEN 'en' THEN k.name_en ELSE k.name_da END, n.needed, p.number, p.state, p.on_day, p.expires_on
  FROM volunteer v CROSS JOIN volunteer_paper_kind k CROSS JOIN LATERAL (SELECT k.everybody OR EXISTS (SELECT 1 FROM volunteer_role r WHERE r.code = ANY (v.roles) AND k.code = ANY (r.papers)) AS needed) n
    LEFT JOIN volunteer_paper p ON p.volunteer_id = v.id AND p.kind_code = k.code
  WHERE v.id = access.my_volunteer() AND (n.needed OR p.id IS NOT NULL) ORDER BY k.position, k.code, p.number $$;

CREATE FUNCTION access.my_trainings() RETURNS TABLE (kind text, title text, on_day date, minutes integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.kind, t.title, t.on_day, t.minutes FROM volunteer_training t WHERE t.volunteer_id = access.my_volunteer() ORDER BY t.on_day DESC, t.id DESC $$;

-- Whom to call: the unit, and of those who lead volunteers in it the one who last wrote on this volunteer's way.
CREATE FUNCTION access.my_contact(speaks text) RETURNS TABLE (unit text, phone text, email text, person text, person_phone text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE speaks WHEN 'en' THEN u.name_en ELSE u.name_da END, u.phone, u.email, w.name, w.phone FROM unit u
    LEFT JOIN LATERAL (SELECT a.name, a.phone FROM volunteer_step s JOIN app_user a ON a.id = s.recorded_by AND a.active WHERE s.volunteer_id = access.my_volunteer()
      AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = a.id AND g.role = 'VOLUNTEER_LEAD' AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)) ORDER BY s.number DESC LIMIT 1) w ON true
  WHERE u.kind = 'VOLUNTEERING' AND u.closed_on IS NULL AND access.my_volunteer() IS NOT NULL ORDER BY u.opened_on NULLS FIRST, u.id LIMIT 1 $$;

-- When somebody can is theirs to say. 'gone', 'meanwhile' where the record is another than the form was made from, or 'done'.
CREATE FUNCTION access.set_my_times(wanted text[], seen integer) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.my_volunteer();
BEGIN
  IF me IS NULL THEN RETURN 'gone'; END IF;
  UPDATE volunteer v SET times = wanted, version = v.version + 1 WHERE v.id = me AND v.version = seen;
  RETURN CASE WHEN FOUND THEN 'done' ELSE 'meanwhile' END;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.my_volunteer()', 'access.my_facts(text)', 'access.my_papers(text)', 'access.my_trainings()', 'access.my_contact(text)', 'access.set_my_times(text[], integer)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO indgang_definer', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO indgang_app', f);
  END LOOP;
END $$;
