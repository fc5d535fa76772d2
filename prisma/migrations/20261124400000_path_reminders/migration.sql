-- That a volunteer was reminded by mail of what only they can do (ADR 0061): when, and of what kind of thing. Written by the job; read with the volunteer.
CREATE TABLE "volunteer_reminder" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "volunteer_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "about" TEXT[],
    "sent_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_reminder_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_reminder_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Of two jobs that run at once the second finds the day taken.
CREATE UNIQUE INDEX "volunteer_reminder_volunteer_id_on_day_key" ON "volunteer_reminder"("volunteer_id", "on_day");
ALTER TABLE volunteer_reminder ADD CONSTRAINT volunteer_reminder_about CHECK (cardinality(about) > 0 AND about <@ ARRAY['talk', 'paper', 'renewal', 'question']);

ALTER TABLE volunteer_reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE volunteer_reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_all ON volunteer_reminder TO indgang_definer USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON volunteer_reminder TO indgang_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON volunteer_reminder TO indgang_definer, indgang_worker;
GRANT SELECT ON volunteer_reminder TO indgang_app;
-- With the volunteer, whose own policy says who reads.
CREATE POLICY app_read ON volunteer_reminder FOR SELECT TO indgang_app USING (EXISTS (SELECT 1 FROM volunteer v WHERE v.id = volunteer_reminder.volunteer_id));
