-- Nobody gives themselves rights, whatever their role: a second administrator does.
DO $$
DECLARE t text; c text;
BEGIN
  FOREACH t IN ARRAY ARRAY['role_grant', 'clearance'] LOOP
    EXECUTE format('CREATE POLICY core_not_own_insert ON %I AS RESTRICTIVE FOR INSERT TO indgang_app WITH CHECK (user_id <> (SELECT access.uid()))', t);
    EXECUTE format('CREATE POLICY core_not_own_update ON %I AS RESTRICTIVE FOR UPDATE TO indgang_app USING (user_id <> (SELECT access.uid())) WITH CHECK (user_id <> (SELECT access.uid()))', t);
    EXECUTE format('CREATE POLICY core_not_own_delete ON %I AS RESTRICTIVE FOR DELETE TO indgang_app USING (user_id <> (SELECT access.uid()))', t);
  END LOOP;
END $$;

-- Whether a user signs in through the identity provider: their roles are then the provider's to give.
GRANT SELECT (issuer) ON app_user TO indgang_app;

-- The log is read from newest to oldest.
CREATE INDEX audit_event_at_seq_idx ON audit_event (at, seq);
