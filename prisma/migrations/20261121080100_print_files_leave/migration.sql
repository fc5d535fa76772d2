-- A print file is a copy for the printer with everybody's name and address in it; every letter is filed on its person besides. It is erased some weeks after
-- the run was sent (rule print-files-kept), so that it outlives neither a protection that comes later nor the period of the letters.
ALTER TABLE "run_file" ADD COLUMN "cleared_at" TIMESTAMPTZ;
