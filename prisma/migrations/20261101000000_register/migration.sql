-- uuidv7() is built in from PostgreSQL 18; older servers get the same thing here.
DO $$ BEGIN
  IF current_setting('server_version_num')::int < 180000 THEN
    CREATE FUNCTION public.uuidv7() RETURNS uuid LANGUAGE sql VOLATILE AS $f$
      SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING
        substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid $f$;
  END IF;
END $$;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('VETERAN_COORDINATOR', 'CASEWORKER', 'VOLUNTEER_LEAD', 'MANAGER', 'VOLUNTEER', 'ASSOCIATION_REPRESENTATIVE', 'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER');

-- CreateEnum
CREATE TYPE "clearance_kind" AS ENUM ('PROTECTED_ADDRESS', 'SHIELDED');

-- CreateEnum
CREATE TYPE "audit_kind" AS ENUM ('VIEW', 'LIST', 'CHANGE', 'DISCLOSURE', 'DENIED', 'MACHINE', 'SIGN_IN');

-- CreateEnum
CREATE TYPE "deadline_unit" AS ENUM ('DAY', 'WORKING_DAY', 'MONTH', 'YEAR');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('UPLOADED', 'MAPPED', 'PREVIEWED', 'CONFIRMING', 'CONFIRMED', 'UNDONE', 'ABANDONED');

-- CreateEnum
CREATE TYPE "import_verdict" AS ENUM ('NEW', 'CHANGED', 'SAME', 'DOUBTFUL', 'ERROR');

-- CreateEnum
CREATE TYPE "template_status" AS ENUM ('DRAFT', 'APPROVED', 'RETIRED');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "run_state" AS ENUM ('DRAFT', 'REVIEWED', 'RELEASED', 'SENDING', 'SENT', 'CLOSED', 'STOPPED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "run_group" AS ENUM ('TO_SEND', 'SENT', 'RETURNED', 'OPTED_OUT', 'LATER', 'DEAD', 'MOVED_AWAY', 'BY_HAND', 'NO_ADDRESS', 'OUT');

-- CreateEnum
CREATE TYPE "letter_state" AS ENUM ('PLANNED', 'RENDERED', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED', 'RETURNED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "letter_channel" AS ENUM ('DIGITAL_POST', 'PAPER', 'BY_HAND');

-- CreateEnum
CREATE TYPE "reply_kind" AS ENUM ('TALK', 'CALL', 'LATER', 'NOT_THIS_YEAR', 'NEVER', 'MOVED');

-- CreateEnum
CREATE TYPE "wish_kind" AS ENUM ('LATER', 'NOT_THIS_YEAR', 'NEVER');

-- CreateEnum
CREATE TYPE "attempt_channel" AS ENUM ('LETTER', 'PHONE', 'SMS', 'EMAIL', 'HOME_VISIT', 'OTHER');

-- CreateEnum
CREATE TYPE "attempt_outcome" AS ENUM ('REACHED', 'NOT_REACHED');

-- CreateEnum
CREATE TYPE "outreach_task_kind" AS ENUM ('PHONE', 'OTHER_CHANNEL', 'HOME_VISIT', 'ADDRESS', 'CALL_BACK', 'RECONSIDER', 'BY_HAND');

-- CreateEnum
CREATE TYPE "protection" AS ENUM ('P0', 'P1', 'P2', 'P3');

-- CreateEnum
CREATE TYPE "digital_post" AS ENUM ('YES', 'EXEMPT', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "person_role_kind" AS ENUM ('VETERAN', 'RELATIVE', 'REFUGEE', 'JOBCENTRE_CLIENT', 'VOLUNTEER');

-- CreateEnum
CREATE TYPE "cpr_kind" AS ENUM ('CPR', 'REPLACEMENT');

-- CreateEnum
CREATE TYPE "service" AS ENUM ('ARMY', 'NAVY', 'AIR_FORCE', 'POLICE', 'HEALTH', 'EMERGENCY', 'OTHER');

-- CreateEnum
CREATE TYPE "relation_kind" AS ENUM ('SPOUSE', 'PARTNER', 'PARENT', 'CHILD', 'SIBLING', 'OTHER_FAMILY', 'FRIEND', 'COLLEAGUE');

-- CreateEnum
CREATE TYPE "contact_point_kind" AS ENUM ('PHONE', 'EMAIL');

-- CreateEnum
CREATE TYPE "duplicate_state" AS ENUM ('OPEN', 'NOT_THE_SAME', 'MERGED');

-- CreateEnum
CREATE TYPE "provider" AS ENUM ('STATE', 'REGION', 'MUNICIPALITY', 'ASSOCIATION');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "phone" TEXT,
    "password_hash" TEXT,
    "issuer" TEXT,
    "subject" TEXT,
    "unit_id" UUID,
    "person_id" UUID,
    "locale" TEXT NOT NULL DEFAULT 'da',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "last_sign_in_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" UUID,
    "granted_by" UUID,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "idle_expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearance" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "kind" "clearance_kind" NOT NULL,
    "granted_by" UUID,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "clearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_relation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "staff_relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" "audit_kind" NOT NULL,
    "action" TEXT NOT NULL,
    "actor_user_id" UUID,
    "session_id" UUID,
    "role" TEXT,
    "route" TEXT,
    "purpose" TEXT,
    "person_id" UUID,
    "details" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_subject" (
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "audit_subject_pkey" PRIMARY KEY ("event_id","person_id")
);

-- CreateTable
CREATE TABLE "field_history" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "old_value" TEXT,
    "new_value" TEXT,
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by" UUID,

    CONSTRAINT "field_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_rule" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "rule_set" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "unit" "deadline_unit" NOT NULL,
    "roll" TEXT NOT NULL DEFAULT 'none',
    "population" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "deadline_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closing_day" (
    "day" DATE NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "closing_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'UPLOADED',
    "file_info" JSONB NOT NULL,
    "columns" JSONB NOT NULL,
    "mapping" JSONB,
    "value_map" JSONB,
    "counts" JSONB,
    "missing" JSONB,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ,
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ,
    "error_code" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "batch_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "parsed" JSONB,
    "verdict" "import_verdict" NOT NULL,
    "reasons" JSONB NOT NULL,
    "person_id" UUID,
    "changes" JSONB,
    "decision" TEXT,
    "applied" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_template" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "letter_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_template_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "template_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "declared_fields" TEXT[],
    "status" "template_status" NOT NULL DEFAULT 'DRAFT',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_by" UUID,
    "approved_at" TIMESTAMPTZ,

    CONSTRAINT "letter_template_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "idempotency_key" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "person_id" UUID,
    "user_id" UUID,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "calendar" TEXT,
    "state" "message_state" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ,
    "not_before" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "receipt" TEXT,
    "error_code" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "template_id" UUID NOT NULL,
    "event_id" UUID,
    "state" "run_state" NOT NULL DEFAULT 'DRAFT',
    "due_through" DATE NOT NULL,
    "letter_date" DATE NOT NULL,
    "frozen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ,
    "released_by" UUID,
    "released_at" TIMESTAMPTZ,
    "send_after" TIMESTAMPTZ,
    "stopped_by" UUID,
    "stopped_at" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_member" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "run_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "run_group" "run_group" NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "channel" "letter_channel",
    "due_on" DATE,
    "decided_by" UUID,
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "run_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "letters" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "run_id" UUID,
    "template_version_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "large_print" BOOLEAN NOT NULL DEFAULT false,
    "channel" "letter_channel" NOT NULL,
    "state" "letter_state" NOT NULL DEFAULT 'PLANNED',
    "idempotency_key" UUID NOT NULL,
    "file_id" UUID,
    "sha256" TEXT,
    "pages" INTEGER,
    "sequence" INTEGER,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error_code" TEXT,
    "receipt" TEXT,
    "rendered_at" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "sent_on" DATE,
    "returned_on" DATE,
    "return_reason" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply_code" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "letter_id" UUID,
    "event_id" UUID,
    "code_hash" BYTEA NOT NULL,
    "cipher" BYTEA,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reply_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "letter_id" UUID,
    "code_id" UUID,
    "kind" "reply_kind" NOT NULL,
    "later_month" DATE,
    "phone" TEXT,
    "message" TEXT,
    "talk_id" UUID,
    "submission_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ,
    "handled_by" UUID,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wish" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "kind" "wish_kind" NOT NULL,
    "given_on" DATE NOT NULL,
    "until_month" DATE,
    "source" TEXT NOT NULL,
    "reply_id" UUID,
    "ended_on" DATE,
    "end_reason" TEXT,
    "recorded_by" UUID,

    CONSTRAINT "wish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talk_slot" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "place" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "talk_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talk" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slot_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "booked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "booked_by" UUID,
    "cancelled_at" TIMESTAMPTZ,
    "held_at" TIMESTAMPTZ,
    "no_show_at" TIMESTAMPTZ,

    CONSTRAINT "talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "channel" "attempt_channel" NOT NULL,
    "outcome" "attempt_outcome" NOT NULL,
    "happened_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by" UUID NOT NULL,
    "note" TEXT,
    "task_id" UUID,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outreach_task" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "kind" "outreach_task_kind" NOT NULL,
    "due_on" DATE NOT NULL,
    "explanation" JSONB NOT NULL,
    "letter_id" UUID,
    "reply_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ,
    "done_by" UUID,
    "outcome" TEXT,

    CONSTRAINT "outreach_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "year_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "title_da" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "text_da" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "place" TEXT NOT NULL,
    "capacity" INTEGER,
    "sign_up_until" DATE,
    "remind_days" INTEGER NOT NULL DEFAULT 3,
    "cancelled_at" TIMESTAMPTZ,
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "year_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "letter_id" UUID,
    "answer" BOOLEAN,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "answered_at" TIMESTAMPTZ,
    "reminded_at" TIMESTAMPTZ,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_read_at" TIMESTAMPTZ,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "birth_date" DATE,
    "language" TEXT NOT NULL DEFAULT 'da',
    "interpreter_needed" BOOLEAN NOT NULL DEFAULT false,
    "large_print" BOOLEAN NOT NULL DEFAULT false,
    "sign_language" BOOLEAN NOT NULL DEFAULT false,
    "communication_note" TEXT,
    "digital_post" "digital_post" NOT NULL DEFAULT 'UNKNOWN',
    "protection" "protection" NOT NULL DEFAULT 'P0',
    "protection_source" TEXT,
    "protection_review_on" DATE,
    "registered_on" DATE NOT NULL,
    "moved_in_on" DATE,
    "moved_away_on" DATE,
    "died_on" DATE,
    "merged_into_id" UUID,
    "source" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_cpr" (
    "person_id" UUID NOT NULL,
    "kind" "cpr_kind" NOT NULL,
    "cipher" BYTEA NOT NULL,
    "keyed_hash" BYTEA NOT NULL,
    "birth_part" TEXT NOT NULL,

    CONSTRAINT "person_cpr_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "person_role" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "kind" "person_role_kind" NOT NULL,
    "unit_id" UUID,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "person_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "veteran_profile" (
    "person_id" UUID NOT NULL,
    "vulnerable" BOOLEAN NOT NULL DEFAULT false,
    "resources" TEXT,
    "wishes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "veteran_profile_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "deployment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "mission" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "service" "service" NOT NULL,
    "from_day" DATE,
    "to_day" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deployment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competence" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "military" TEXT NOT NULL,
    "civil" TEXT NOT NULL,

    CONSTRAINT "competence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "related_person_id" UUID NOT NULL,
    "kind" "relation_kind" NOT NULL,
    "from_day" DATE,
    "to_day" DATE,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "care_of" TEXT,
    "street" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "floor" TEXT,
    "door" TEXT,
    "postcode" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "from_day" DATE,
    "to_day" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protected_address" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "care_of" TEXT,
    "street" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "floor" TEXT,
    "door" TEXT,
    "postcode" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "from_day" DATE,
    "to_day" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "protected_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_point" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "kind" "contact_point_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "allowed" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT NOT NULL,
    "from_day" DATE,
    "to_day" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_key" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "external_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_pair" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "left_id" UUID NOT NULL,
    "right_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "reasons" TEXT[],
    "state" "duplicate_state" NOT NULL DEFAULT 'OPEN',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duplicate_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_merge" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "moved" JSONB NOT NULL,
    "merged_by" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "person_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "cvr" TEXT NOT NULL,
    "sender_label" TEXT NOT NULL,
    "address_lines" TEXT[],
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "website" TEXT NOT NULL,
    "accent" TEXT NOT NULL DEFAULT '#004D99',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name_da" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "place" TEXT,
    "closed_on" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "user_id" UUID,
    "outcome" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID,
    "owner_id" UUID,
    "kind" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,
    "ok" BOOLEAN,
    "counts" JSONB,
    "error_code" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provider" "provider" NOT NULL,
    "description_da" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "place" TEXT,
    "url" TEXT,
    "phone" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "partner_id" UUID,
    "title_da" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "summary_da" TEXT NOT NULL,
    "summary_en" TEXT NOT NULL,
    "audience" TEXT[],
    "needs" TEXT[],
    "contact" TEXT,
    "url" TEXT,
    "in_letter" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "published_from" DATE,
    "published_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_issuer_subject_key" ON "app_user"("issuer", "subject");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "clearance_user_id_idx" ON "clearance"("user_id");

-- CreateIndex
CREATE INDEX "assignment_person_id_user_id_idx" ON "assignment"("person_id", "user_id");

-- CreateIndex
CREATE INDEX "assignment_user_id_idx" ON "assignment"("user_id");

-- CreateIndex
CREATE INDEX "staff_relation_user_id_idx" ON "staff_relation"("user_id");

-- CreateIndex
CREATE INDEX "staff_relation_person_id_idx" ON "staff_relation"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_seq_key" ON "audit_event"("seq");

-- CreateIndex
CREATE INDEX "audit_event_person_id_at_idx" ON "audit_event"("person_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_actor_user_id_at_idx" ON "audit_event"("actor_user_id", "at");

-- CreateIndex
CREATE INDEX "audit_subject_person_id_idx" ON "audit_subject"("person_id");

-- CreateIndex
CREATE INDEX "field_history_person_id_changed_at_idx" ON "field_history"("person_id", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_rule_code_valid_from_key" ON "deadline_rule"("code", "valid_from");

-- CreateIndex
CREATE INDEX "import_row_batch_id_verdict_idx" ON "import_row"("batch_id", "verdict");

-- CreateIndex
CREATE UNIQUE INDEX "import_row_batch_id_number_key" ON "import_row"("batch_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "letter_template_code_key" ON "letter_template"("code");

-- CreateIndex
CREATE UNIQUE INDEX "letter_template_version_template_id_language_version_key" ON "letter_template_version"("template_id", "language", "version");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_idempotency_key_key" ON "outbox_message"("idempotency_key");

-- CreateIndex
CREATE INDEX "outbox_message_state_not_before_idx" ON "outbox_message"("state", "not_before");

-- CreateIndex
CREATE INDEX "outbox_message_person_id_idx" ON "outbox_message"("person_id");

-- CreateIndex
CREATE INDEX "run_member_run_id_run_group_idx" ON "run_member"("run_id", "run_group");

-- CreateIndex
CREATE INDEX "run_member_person_id_idx" ON "run_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_member_run_id_person_id_key" ON "run_member"("run_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_file_run_id_kind_part_key" ON "run_file"("run_id", "kind", "part");

-- CreateIndex
CREATE UNIQUE INDEX "letter_idempotency_key_key" ON "letter"("idempotency_key");

-- CreateIndex
CREATE INDEX "letter_person_id_sent_on_idx" ON "letter"("person_id", "sent_on");

-- CreateIndex
CREATE INDEX "letter_state_lease_until_idx" ON "letter"("state", "lease_until");

-- CreateIndex
CREATE INDEX "letter_run_id_state_idx" ON "letter"("run_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "letter_run_id_person_id_key" ON "letter"("run_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "reply_code_code_hash_key" ON "reply_code"("code_hash");

-- CreateIndex
CREATE INDEX "reply_code_person_id_idx" ON "reply_code"("person_id");

-- CreateIndex
CREATE INDEX "reply_code_letter_id_idx" ON "reply_code"("letter_id");

-- CreateIndex
CREATE UNIQUE INDEX "reply_submission_id_key" ON "reply"("submission_id");

-- CreateIndex
CREATE INDEX "reply_person_id_received_at_idx" ON "reply"("person_id", "received_at");

-- CreateIndex
CREATE INDEX "reply_handled_at_idx" ON "reply"("handled_at");

-- CreateIndex
CREATE INDEX "wish_person_id_idx" ON "wish"("person_id");

-- CreateIndex
CREATE INDEX "talk_slot_starts_at_idx" ON "talk_slot"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "talk_slot_user_id_starts_at_key" ON "talk_slot"("user_id", "starts_at");

-- CreateIndex
CREATE INDEX "talk_person_id_idx" ON "talk"("person_id");

-- CreateIndex
CREATE INDEX "talk_slot_id_idx" ON "talk"("slot_id");

-- CreateIndex
CREATE INDEX "attempt_person_id_happened_on_idx" ON "attempt"("person_id", "happened_on");

-- CreateIndex
CREATE INDEX "outreach_task_person_id_idx" ON "outreach_task"("person_id");

-- CreateIndex
CREATE INDEX "outreach_task_done_at_due_on_idx" ON "outreach_task"("done_at", "due_on");

-- CreateIndex
CREATE INDEX "year_event_starts_at_idx" ON "year_event"("starts_at");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_event_id_person_id_key" ON "invitation"("event_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "person_last_name_first_name_idx" ON "person"("last_name", "first_name");

-- CreateIndex
CREATE INDEX "person_birth_date_idx" ON "person"("birth_date");

-- CreateIndex
CREATE UNIQUE INDEX "person_cpr_keyed_hash_key" ON "person_cpr"("keyed_hash");

-- CreateIndex
CREATE INDEX "person_role_person_id_kind_idx" ON "person_role"("person_id", "kind");

-- CreateIndex
CREATE INDEX "person_role_kind_to_day_idx" ON "person_role"("kind", "to_day");

-- CreateIndex
CREATE INDEX "deployment_person_id_idx" ON "deployment"("person_id");

-- CreateIndex
CREATE INDEX "competence_person_id_idx" ON "competence"("person_id");

-- CreateIndex
CREATE INDEX "relation_related_person_id_idx" ON "relation"("related_person_id");

-- CreateIndex
CREATE UNIQUE INDEX "relation_person_id_related_person_id_kind_key" ON "relation"("person_id", "related_person_id", "kind");

-- CreateIndex
CREATE INDEX "address_person_id_idx" ON "address"("person_id");

-- CreateIndex
CREATE INDEX "protected_address_person_id_idx" ON "protected_address"("person_id");

-- CreateIndex
CREATE INDEX "contact_point_person_id_idx" ON "contact_point"("person_id");

-- CreateIndex
CREATE INDEX "contact_point_value_idx" ON "contact_point"("value");

-- CreateIndex
CREATE INDEX "external_key_person_id_idx" ON "external_key"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "external_key_register_key_key" ON "external_key"("register", "key");

-- CreateIndex
CREATE UNIQUE INDEX "duplicate_pair_left_id_right_id_key" ON "duplicate_pair"("left_id", "right_id");

-- CreateIndex
CREATE INDEX "person_merge_kept_id_idx" ON "person_merge"("kept_id");

-- CreateIndex
CREATE INDEX "person_merge_merged_id_idx" ON "person_merge"("merged_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE INDEX "submission_created_at_idx" ON "submission"("created_at");

-- CreateIndex
CREATE INDEX "stored_file_person_id_idx" ON "stored_file"("person_id");

-- CreateIndex
CREATE INDEX "job_run_name_started_at_idx" ON "job_run"("name", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "partner_code_key" ON "partner"("code");

-- CreateIndex
CREATE UNIQUE INDEX "offer_code_key" ON "offer"("code");

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_relation" ADD CONSTRAINT "staff_relation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_relation" ADD CONSTRAINT "staff_relation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_subject" ADD CONSTRAINT "audit_subject_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_template_version" ADD CONSTRAINT "letter_template_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "letter_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "letter_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_member" ADD CONSTRAINT "run_member_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_member" ADD CONSTRAINT "run_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_file" ADD CONSTRAINT "run_file_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_template_version_id_fkey" FOREIGN KEY ("template_version_id") REFERENCES "letter_template_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_code" ADD CONSTRAINT "reply_code_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish" ADD CONSTRAINT "wish_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk" ADD CONSTRAINT "talk_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "talk_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk" ADD CONSTRAINT "talk_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outreach_task" ADD CONSTRAINT "outreach_task_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "year_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_cpr" ADD CONSTRAINT "person_cpr_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "veteran_profile" ADD CONSTRAINT "veteran_profile_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deployment" ADD CONSTRAINT "deployment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competence" ADD CONSTRAINT "competence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_related_person_id_fkey" FOREIGN KEY ("related_person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_address" ADD CONSTRAINT "protected_address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_key" ADD CONSTRAINT "external_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

