-- Associations, who speaks for them, and what was agreed with them for a period (ADR 0042). A partnership is added and never changed: which one held on a day can be told afterwards.
CREATE TABLE "association" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT,
    "areas" TEXT[],
    "website" TEXT,
    "closed_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "association_pkey" PRIMARY KEY ("id")
);
ALTER TABLE association
  ADD CONSTRAINT association_kind CHECK (kind IN ('social', 'sport', 'culture', 'scouts', 'environment', 'faith', 'minority', 'hobby', 'other')),
  ADD CONSTRAINT association_words CHECK (length(name) BETWEEN 1 AND 120 AND length(about) BETWEEN 1 AND 1000 AND length(website) BETWEEN 1 AND 300 AND cardinality(areas) <= 60);

CREATE TABLE "association_contact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "association_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "recorded_by" UUID NOT NULL,
    CONSTRAINT "association_contact_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "association_contact_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "association_contact_association_id_idx" ON "association_contact"("association_id");
ALTER TABLE association_contact
  ADD CONSTRAINT association_contact_words CHECK (length(name) BETWEEN 1 AND 120 AND length(title) BETWEEN 1 AND 80 AND length(email) BETWEEN 3 AND 200 AND length(phone) BETWEEN 5 AND 30),
  ADD CONSTRAINT association_contact_period CHECK (to_day >= from_day - 1);

CREATE TABLE "partnership" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "association_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "review_on" DATE,
    "responsibilities" TEXT NOT NULL,
    "contributions" TEXT,
    "goals" TEXT,
    "insurance" TEXT,
    "data_terms" TEXT,
    "places" INTEGER,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "partnership_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Of two who write an agreement at once the second finds its number taken.
CREATE UNIQUE INDEX "partnership_association_id_number_key" ON "partnership"("association_id", "number");
ALTER TABLE partnership
  ADD CONSTRAINT partnership_period CHECK (to_day >= from_day AND review_on BETWEEN from_day AND to_day),
  ADD CONSTRAINT partnership_words CHECK (length(responsibilities) BETWEEN 1 AND 2000 AND length(contributions) BETWEEN 1 AND 2000 AND length(goals) BETWEEN 1 AND 2000 AND length(insurance) BETWEEN 1 AND 500 AND length(data_terms) BETWEEN 1 AND 1000),
  ADD CONSTRAINT partnership_places CHECK (places BETWEEN 1 AND 1000 AND number BETWEEN 1 AND 1000);

-- Whom a volunteer comes by; none: they came by themselves.
ALTER TABLE volunteer ADD COLUMN "association_id" UUID, ADD CONSTRAINT "volunteer_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "volunteer_association_id_idx" ON "volunteer"("association_id");
GRANT INSERT (association_id), UPDATE (association_id) ON volunteer TO indgang_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['association', 'association_contact', 'partnership'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer_all ON %I TO indgang_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON %I TO indgang_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO indgang_definer, indgang_worker', t);
    EXECUTE format('GRANT SELECT ON %I TO indgang_app', t);
    EXECUTE format($p$CREATE POLICY app_read ON %I FOR SELECT TO indgang_app USING ((SELECT access.may('association.read')))$p$, t);
  END LOOP;
END $$;
GRANT INSERT (id, name, kind, about, areas, website, created_by, version), UPDATE (name, kind, about, areas, website, closed_on, version) ON association TO indgang_app;
CREATE POLICY app_insert ON association FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('association.manage')) AND created_by = (SELECT access.uid()));
CREATE POLICY app_update ON association FOR UPDATE TO indgang_app USING ((SELECT access.may('association.manage')));
GRANT INSERT (id, association_id, name, title, email, phone, from_day, recorded_by), UPDATE (to_day) ON association_contact TO indgang_app;
CREATE POLICY app_insert ON association_contact FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('association.manage')) AND recorded_by = (SELECT access.uid()));
CREATE POLICY app_update ON association_contact FOR UPDATE TO indgang_app USING ((SELECT access.may('association.manage')));
GRANT INSERT (id, association_id, number, from_day, to_day, review_on, responsibilities, contributions, goals, insurance, data_terms, places, recorded_by) ON partnership TO indgang_app;
CREATE POLICY app_insert ON partnership FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('association.manage')) AND recorded_by = (SELECT access.uid()));
