-- Whom to turn to about an agreement, told to whoever speaks for the association (ADR 0047): by number of the agreement, on either side. Gone with the agreement, with the choice, and with the person: who has stopped speaking for the association or working here is not named.
-- Of the municipality's a name, a title and the telephone at work: staff are rung.
CREATE FUNCTION access.own_agreed_contacts() RETURNS TABLE (number integer, side text, name text, title text, phone text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.number, s.side, s.name, s.title, s.phone FROM partnership p JOIN partnership_contact k ON k.partnership_id = p.id
    CROSS JOIN LATERAL (SELECT 'association' AS side, c.name, c.title, c.phone FROM association_contact c WHERE c.id = k.contact_id AND c.association_id = p.association_id AND c.to_day IS NULL
      UNION ALL SELECT 'municipality', u.name, u.title, u.phone FROM app_user u WHERE u.id = k.user_id AND u.active
        AND EXISTS (SELECT 1 FROM role_grant g JOIN access.policy a ON a.role = g.role AND a.action = 'colleague.read' WHERE g.user_id = u.id AND g.from_day <= access.today() AND (g.to_day IS NULL OR g.to_day >= access.today()))) s
  WHERE p.association_id = access.my_association() AND p.to_day >= access.today() AND k.to_day IS NULL ORDER BY p.number DESC, s.side DESC, s.name $$;
ALTER FUNCTION access.own_agreed_contacts() OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.own_agreed_contacts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.own_agreed_contacts() TO indgang_app;
