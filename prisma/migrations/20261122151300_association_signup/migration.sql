-- Associations sign up by themselves (ADR 0047). One function adds and tells nothing of those there are; whoever leads volunteers accepts or turns down. Turned down, nothing is kept of the people.
ALTER TABLE association ALTER COLUMN created_by DROP NOT NULL;
ALTER TABLE association_contact ALTER COLUMN recorded_by DROP NOT NULL;

CREATE TABLE "association_signup" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "association_id" UUID NOT NULL,
    "submission_id" UUID,
    "words" TEXT,
    "language" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted" BOOLEAN,
    "reason" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ,
    CONSTRAINT "association_signup_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "association_signup_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "association_signup_association_id_key" ON "association_signup"("association_id");
-- A form that comes twice is one association.
CREATE UNIQUE INDEX "association_signup_submission_id_key" ON "association_signup"("submission_id");
ALTER TABLE association_signup
  ADD CONSTRAINT association_signup_words CHECK (length(words) BETWEEN 1 AND 2000 AND length(reason) BETWEEN 1 AND 500 AND language IN ('da', 'en')),
  ADD CONSTRAINT association_signup_decided CHECK ((accepted IS NULL) = (decided_at IS NULL) AND (accepted IS NULL) = (decided_by IS NULL) AND (reason IS NULL OR NOT accepted)),
  -- Whose sign-up was turned down has said nothing that is kept.
  ADD CONSTRAINT association_signup_forgotten CHECK (accepted IS NOT FALSE OR words IS NULL);

ALTER TABLE association_signup ENABLE ROW LEVEL SECURITY;
ALTER TABLE association_signup FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON association_signup TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON association_signup TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON association_signup TO indgang_definer, indgang_worker;
GRANT SELECT ON association_signup TO indgang_app;
CREATE POLICY app_read ON association_signup FOR SELECT TO indgang_app USING ((SELECT access.may('association.read')));

CREATE FUNCTION access.association_signup(label text, sort text, does text, wanted_areas text[], site text, person text, hat text, mail text, tel text, wish text, speaks text, submission uuid)
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE made uuid := uuidv7();
BEGIN
  -- The second of two that come at once waits here for the first, and then finds it.
  PERFORM pg_advisory_xact_lock(hashtextextended('association_signup ' || submission::text, 0));
  IF EXISTS (SELECT 1 FROM association_signup s WHERE s.submission_id = submission) THEN RETURN NULL; END IF;
  INSERT INTO association (id, name, kind, about, areas, website)
    VALUES (made, label, sort, does, ARRAY(SELECT a.code FROM local_area a WHERE a.code = ANY (wanted_areas) AND a.retired_on IS NULL ORDER BY a.position), site);
  INSERT INTO association_contact (association_id, name, title, email, phone, from_day) VALUES (made, person, hat, mail, tel, access.today());
  INSERT INTO association_signup (association_id, submission_id, words, language) VALUES (made, submission, wish, speaks);
  RETURN made;
END $$;

-- Accepted, it is an association as every other. Turned down, it leaves every list, and those who wrote are forgotten. Null: there is none that waits, for the caller.
CREATE FUNCTION access.decide_signup(wanted uuid, yes boolean, why text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found uuid;
BEGIN
  IF NOT access.may('association.manage') THEN RETURN NULL; END IF;
  UPDATE association_signup s SET accepted = yes, reason = CASE WHEN yes THEN NULL ELSE why END, words = CASE WHEN yes THEN s.words END, decided_by = access.uid(), decided_at = now()
    WHERE s.id = wanted AND s.accepted IS NULL RETURNING s.association_id INTO found;
  IF found IS NULL OR yes THEN RETURN found; END IF;
  UPDATE association SET closed_on = access.today(), version = version + 1 WHERE id = found;
  DELETE FROM association_contact WHERE association_id = found;
  RETURN found;
END $$;

ALTER FUNCTION access.association_signup(text, text, text, text[], text, text, text, text, text, text, text, uuid) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.association_signup(text, text, text, text[], text, text, text, text, text, text, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.association_signup(text, text, text, text[], text, text, text, text, text, text, text, uuid) TO indgang_public;
ALTER FUNCTION access.decide_signup(uuid, boolean, text) OWNER TO indgang_definer;
REVOKE EXECUTE ON FUNCTION access.decide_signup(uuid, boolean, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.decide_signup(uuid, boolean, text) TO indgang_app;
