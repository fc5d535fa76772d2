-- Scales made in the pages (ADR 0040). A scale is a version: another wording is a row of its own that takes the former's place, and what was measured stands on the one it was asked with. Nothing of one is changed.
ALTER TABLE progress_scale
  ADD COLUMN "series" TEXT,
  ADD COLUMN "number" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "created_by" UUID,
  ADD COLUMN "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD CONSTRAINT "progress_scale_series_fkey" FOREIGN KEY ("series") REFERENCES "progress_scale"("code") ON DELETE RESTRICT ON UPDATE CASCADE,
  -- The first is its own series; every other names it.
  ADD CONSTRAINT progress_scale_number CHECK (number >= 1 AND (number = 1) = (series IS NULL)),
  ADD CONSTRAINT progress_scale_names CHECK (length(name_da) BETWEEN 1 AND 80 AND length(name_en) BETWEEN 1 AND 80 AND length(about_da) <= 200 AND length(about_en) <= 200);
CREATE UNIQUE INDEX "progress_scale_series_number_key" ON "progress_scale"("series", "number");
ALTER TABLE progress_dimension ADD CONSTRAINT progress_dimension_names CHECK (length(name_da) BETWEEN 1 AND 80 AND length(name_en) BETWEEN 1 AND 80);

GRANT INSERT ON progress_scale, progress_dimension TO indgang_app;
-- In use or not: the rest stays as somebody was asked.
GRANT UPDATE (retired_on) ON progress_scale TO indgang_app;
CREATE POLICY app_insert ON progress_scale FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('method.manage')) AND created_by = (SELECT access.uid()) AND retired_on IS NULL);
CREATE POLICY app_update ON progress_scale FOR UPDATE TO indgang_app USING ((SELECT access.may('method.manage')));
-- Only together with the scale it is asked on.
CREATE POLICY app_insert ON progress_dimension FOR INSERT TO indgang_app WITH CHECK ((SELECT access.may('method.manage')) AND retired_on IS NULL
  AND EXISTS (SELECT 1 FROM progress_scale s WHERE s.code = scale_code AND s.created_by = (SELECT access.uid()) AND s.created_at = transaction_timestamp()));
