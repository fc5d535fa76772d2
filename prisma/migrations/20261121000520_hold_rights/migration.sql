-- Ended is ended: nothing is committed with a right after it was taken away. Each statement asks anew, but a change whose last statement had
-- run was still committed. A change now holds its user's rights (shared) until it is committed; whoever ends a session, a user, a role, a
-- clearance or a responsibility takes them alone: waits for the changes under way, and those that come after find nothing.
CREATE FUNCTION access.rights_key(who uuid) RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT hashtextextended('rights ' || who::text, 0) $$;

-- True when the caller still has the right, which stays so until the transaction ends.
CREATE FUNCTION access.hold_rights(wanted text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid := access.uid();
BEGIN
  IF who IS NOT NULL THEN PERFORM pg_advisory_xact_lock_shared(access.rights_key(who)); END IF;
  -- Asked again: what ended while we waited has ended.
  IF access.uid() IS NULL THEN RAISE EXCEPTION 'The session has ended' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN access.may(wanted);
END $$;

CREATE FUNCTION access.take_rights() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(access.rights_key((to_jsonb(OLD) ->> TG_ARGV[0])::uuid));
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
-- First of the triggers of its table ("a_"): nothing is decided before the changes under way are done.
CREATE TRIGGER a_session_ends BEFORE UPDATE ON session FOR EACH ROW WHEN (OLD.revoked_at IS DISTINCT FROM NEW.revoked_at OR NEW.expires_at < OLD.expires_at) EXECUTE FUNCTION access.take_rights('user_id');
CREATE TRIGGER a_session_gone BEFORE DELETE ON session FOR EACH ROW EXECUTE FUNCTION access.take_rights('user_id');
CREATE TRIGGER a_user_ends BEFORE UPDATE ON app_user FOR EACH ROW WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION access.take_rights('id');
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['role_grant', 'clearance', 'assignment'] LOOP
    EXECUTE format('CREATE TRIGGER a_right_ends BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.to_day IS DISTINCT FROM NEW.to_day OR OLD.user_id <> NEW.user_id) EXECUTE FUNCTION access.take_rights(''user_id'')', t);
    EXECUTE format('CREATE TRIGGER a_right_gone BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION access.take_rights(''user_id'')', t);
  END LOOP;
END $$;
ALTER FUNCTION access.rights_key(uuid) OWNER TO indgang_definer;
ALTER FUNCTION access.hold_rights(text) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.rights_key(uuid), access.hold_rights(text), access.take_rights() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.hold_rights(text) TO indgang_app;
GRANT EXECUTE ON FUNCTION access.rights_key(uuid) TO indgang_app, indgang_worker, indgang_web;
