-- Whoever becomes responsible next week is not yet whom the citizen should call.
CREATE OR REPLACE FUNCTION access.reply_contact() RETURNS TABLE (name text, phone text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.name, u.phone FROM app_user u
  JOIN role_grant g ON g.user_id = u.id AND g.role = 'VETERAN_COORDINATOR' AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)
  WHERE u.active AND access.citizen() IS NOT NULL
  ORDER BY EXISTS (SELECT 1 FROM assignment a WHERE a.user_id = u.id AND a.person_id = access.citizen() AND a.from_day <= current_date AND (a.to_day IS NULL OR a.to_day >= current_date)) DESC,
    EXISTS (SELECT 1 FROM reply_code c JOIN letter l ON l.id = c.letter_id JOIN run r ON r.id = l.run_id WHERE c.id = access.citizen_code() AND r.created_by = u.id) DESC,
    g.from_day, u.name LIMIT 1 $$;
