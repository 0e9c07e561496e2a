-- The whole data model. Tables are as Prisma writes them; partitions, generated columns, partial indexes, checks,
-- roles and row-level security are by hand. See docs/data.md.

CREATE TABLE "court" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "division_zones" JSONB NOT NULL DEFAULT '{}',
    "feed_url" TEXT,
    "feed_status" TEXT NOT NULL,

    CONSTRAINT "court_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "court_alias" (
    "alias" TEXT NOT NULL,
    "court_id" TEXT NOT NULL,

    CONSTRAINT "court_alias_pkey" PRIMARY KEY ("alias")
);

CREATE TABLE "target" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "court_id" TEXT,
    "every_ms" INTEGER,
    "etag" TEXT,
    "last_modified" TEXT,
    "last_capture" TEXT COLLATE "C",
    "last_body_sha256" TEXT,
    "last_checked_at" TIMESTAMPTZ(3),
    "last_succeeded_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "error_code" TEXT,
    "not_before" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "check" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL,
    "error_code" TEXT,
    "message" TEXT,
    "statements" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "capture_id" UUID,

    CONSTRAINT "check_pkey" PRIMARY KEY ("id","started_at")
) PARTITION BY RANGE ("started_at");

CREATE TABLE "capture" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "url" TEXT NOT NULL,
    "via" TEXT,
    "origin" TEXT NOT NULL,
    "captured_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "built_at" TIMESTAMPTZ(3),
    "status" INTEGER NOT NULL,
    "headers" JSONB NOT NULL,
    "raw_sha256" TEXT NOT NULL,
    "body_sha256" TEXT NOT NULL,
    "completeness" TEXT NOT NULL,
    "error_code" TEXT,
    "source_version" INTEGER NOT NULL,

    CONSTRAINT "capture_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "body" (
    "sha256" TEXT NOT NULL,
    "raw_sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "media_type" TEXT,
    "location" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "body_pkey" PRIMARY KEY ("sha256")
);

CREATE TABLE "observation" (
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "record_key" TEXT NOT NULL,
    "keys" TEXT[],
    "subject" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("case_id","id")
) PARTITION BY HASH ("case_id");

CREATE TABLE "observation_key" (
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "observation_id" UUID NOT NULL,

    CONSTRAINT "observation_key_pkey" PRIMARY KEY ("case_id","key","observation_id")
) PARTITION BY HASH ("case_id");

CREATE TABLE "sighting" (
    "case_id" UUID NOT NULL,
    "observation_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "first_capture" TEXT COLLATE "C" NOT NULL,
    "last_capture" TEXT COLLATE "C",
    "completeness" TEXT NOT NULL,
    "source_version" INTEGER NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "sighting_pkey" PRIMARY KEY ("case_id","observation_id","target_id","first_capture","source_version")
);

CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "court_id" TEXT NOT NULL,
    "docket_number" TEXT,
    "printed_number" TEXT,
    "pacer_case_id" TEXT,
    "caption" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "merged_into" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, (COALESCE(caption, ''::text) || ' '::text) || COALESCE(printed_number, ''::text))) STORED,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "case_alias" (
    "court_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "case_id" UUID NOT NULL,

    CONSTRAINT "case_alias_pkey" PRIMARY KEY ("court_id","kind","value","case_id")
);

CREATE TABLE "event" (
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "court_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "keys" TEXT[],
    "revision" INTEGER NOT NULL,
    "digest" UUID NOT NULL,
    "occurred_ms" BIGINT NOT NULL,
    "content" JSONB NOT NULL,
    "evidence" UUID[],
    "possible_duplicate_of" UUID[],
    "tags" TEXT[],
    "urgency" INTEGER NOT NULL DEFAULT 0,
    "added_seq" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "revised_at" TIMESTAMPTZ(3) NOT NULL,
    "retracted_at" TIMESTAMPTZ(3),
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((content ->> 'headline'::text) || ' '::text) || COALESCE((content -> 'facts'::text) ->> 'text'::text, ''::text))) STORED,

    CONSTRAINT "event_pkey" PRIMARY KEY ("case_id","id")
) PARTITION BY HASH ("case_id");

CREATE TABLE "timeline_position" (
    "event_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "court_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "occurred_ms" BIGINT NOT NULL,
    "added_seq" BIGINT NOT NULL,

    CONSTRAINT "timeline_position_pkey" PRIMARY KEY ("event_id")
);

CREATE TABLE "event_revision" (
    "case_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "court_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "occurred_ms" BIGINT NOT NULL,
    "content" JSONB NOT NULL,
    "states" JSONB NOT NULL,
    "evidence" UUID[],
    "possible_duplicate_of" UUID[],
    "retracted" BOOLEAN NOT NULL DEFAULT false,
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),
    "change_seq" BIGINT NOT NULL,
    "added_seq" BIGINT NOT NULL,

    CONSTRAINT "event_revision_pkey" PRIMARY KEY ("case_id","event_id","n")
) PARTITION BY HASH ("case_id");

CREATE TABLE "event_redirect" (
    "old_case_id" UUID NOT NULL,
    "old_id" UUID NOT NULL,
    "new_case_id" UUID NOT NULL,
    "new_id" UUID NOT NULL,
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),
    "change_seq" BIGINT NOT NULL,

    CONSTRAINT "event_redirect_pkey" PRIMARY KEY ("old_id","change_seq")
);

CREATE TABLE "change" (
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisation_id" UUID,
    "case_id" UUID,
    "event_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "into_id" UUID,
    "check_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("seq")
) PARTITION BY RANGE ("seq");

CREATE TABLE "change_head" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "seq" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "change_head_pkey" PRIMARY KEY ("only")
);

CREATE TABLE "coverage" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "message" TEXT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "recovered" BOOLEAN,

    CONSTRAINT "coverage_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "hearing" (
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),

    CONSTRAINT "hearing_pkey" PRIMARY KEY ("case_id","id","n")
);

CREATE TABLE "order_in_force" (
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),

    CONSTRAINT "order_in_force_pkey" PRIMARY KEY ("case_id","id","n")
);

CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "key_sha256" BYTEA NOT NULL,
    "label" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "watch" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "label" TEXT,
    "every_ms" INTEGER,
    "filter" JSONB NOT NULL DEFAULT '{}',
    "paused_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "data_key_sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "number_index" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "scope" TEXT[],
    "means" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "recorded_by" UUID,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "person_capture" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "origin" TEXT NOT NULL,
    "captured_at" TIMESTAMPTZ(3) NOT NULL,
    "raw_sha256" TEXT NOT NULL,
    "body_sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "completeness" TEXT NOT NULL,
    "error_code" TEXT,
    "source_version" INTEGER NOT NULL,

    CONSTRAINT "person_capture_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "person_observation" (
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "record_key" TEXT NOT NULL,
    "keys" TEXT[],
    "content_sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,

    CONSTRAINT "person_observation_pkey" PRIMARY KEY ("person_id","id")
);

CREATE TABLE "person_sighting" (
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "observation_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "first_capture" TEXT COLLATE "C" NOT NULL,
    "last_capture" TEXT COLLATE "C",
    "completeness" TEXT NOT NULL,
    "source_version" INTEGER NOT NULL,

    CONSTRAINT "person_sighting_pkey" PRIMARY KEY ("person_id","observation_id","source","first_capture","source_version")
);

CREATE TABLE "person_event" (
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "keys" TEXT[],
    "revision" INTEGER NOT NULL,
    "digest" UUID NOT NULL,
    "occurred_ms" BIGINT NOT NULL,
    "content_sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "evidence" UUID[],
    "urgency" INTEGER NOT NULL DEFAULT 0,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "retracted_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_event_pkey" PRIMARY KEY ("person_id","id")
);

CREATE TABLE "person_event_revision" (
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "occurred_ms" BIGINT NOT NULL,
    "content_sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "evidence" UUID[],
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),
    "change_seq" BIGINT NOT NULL,

    CONSTRAINT "person_event_revision_pkey" PRIMARY KEY ("person_id","event_id","n")
);

CREATE TABLE "person_coverage" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "recovered" BOOLEAN,

    CONSTRAINT "person_coverage_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "conflict" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),

    CONSTRAINT "conflict_pkey" PRIMARY KEY ("id","n")
);

CREATE TABLE "audit" (
    "organisation_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "reason" TEXT,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("organisation_id","seq")
);
CREATE INDEX "target_court_id_idx" ON "target"("court_id");
CREATE INDEX "target_every_ms_idx" ON "target"("every_ms");
CREATE INDEX "check_target_id_started_at_idx" ON "check"("target_id", "started_at" DESC);
CREATE INDEX "capture_body_sha256_idx" ON "capture"("body_sha256");
CREATE UNIQUE INDEX "capture_target_id_key_key" ON "capture"("target_id", "key");
CREATE INDEX "case_court_id_docket_number_idx" ON "case"("court_id", "docket_number");
CREATE INDEX "case_created_at_id_idx" ON "case"("created_at" DESC, "id" DESC);
CREATE INDEX "case_search_idx" ON "case" USING GIN ("search");
CREATE INDEX "case_alias_case_id_idx" ON "case_alias"("case_id");
CREATE INDEX "event_case_id_occurred_ms_id_idx" ON "event"("case_id", "occurred_ms" DESC, "id" DESC);
CREATE INDEX "event_search_idx" ON "event" USING GIN ("search");
CREATE INDEX "timeline_position_occurred_ms_event_id_idx" ON "timeline_position"("occurred_ms" DESC, "event_id" DESC);
CREATE INDEX "timeline_position_court_id_occurred_ms_event_id_idx" ON "timeline_position"("court_id", "occurred_ms" DESC, "event_id" DESC);
CREATE INDEX "timeline_position_kind_occurred_ms_event_id_idx" ON "timeline_position"("kind", "occurred_ms" DESC, "event_id" DESC);
CREATE INDEX "timeline_position_added_seq_event_id_idx" ON "timeline_position"("added_seq" DESC, "event_id" DESC);
CREATE INDEX "timeline_position_court_id_added_seq_event_id_idx" ON "timeline_position"("court_id", "added_seq" DESC, "event_id" DESC);
CREATE INDEX "event_revision_occurred_ms_event_id_idx" ON "event_revision"("occurred_ms" DESC, "event_id" DESC);
CREATE INDEX "event_redirect_new_id_idx" ON "event_redirect"("new_id");
CREATE INDEX "coverage_target_id_from_at_idx" ON "coverage"("target_id", "from_at" DESC);
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");
CREATE INDEX "member_organisation_id_idx" ON "member"("organisation_id");
CREATE UNIQUE INDEX "api_key_key_sha256_key" ON "api_key"("key_sha256");
CREATE INDEX "api_key_organisation_id_idx" ON "api_key"("organisation_id");
CREATE INDEX "watch_target_id_idx" ON "watch"("target_id");
CREATE INDEX "watch_organisation_id_idx" ON "watch"("organisation_id");
CREATE INDEX "person_organisation_id_number_index_idx" ON "person"("organisation_id", "number_index");
CREATE UNIQUE INDEX "person_organisation_id_alias_key" ON "person"("organisation_id", "alias");
CREATE INDEX "consent_person_id_idx" ON "consent"("person_id");
CREATE UNIQUE INDEX "person_capture_person_id_source_key_key" ON "person_capture"("person_id", "source", "key");
CREATE INDEX "person_event_organisation_id_occurred_ms_id_idx" ON "person_event"("organisation_id", "occurred_ms" DESC, "id" DESC);
CREATE INDEX "person_coverage_person_id_from_at_idx" ON "person_coverage"("person_id", "from_at" DESC);
CREATE INDEX "conflict_organisation_id_idx" ON "conflict"("organisation_id");
ALTER TABLE "court_alias" ADD CONSTRAINT "court_alias_court_id_fkey" FOREIGN KEY ("court_id") REFERENCES "court"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "target" ADD CONSTRAINT "target_court_id_fkey" FOREIGN KEY ("court_id") REFERENCES "court"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "capture" ADD CONSTRAINT "capture_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "capture" ADD CONSTRAINT "capture_body_sha256_fkey" FOREIGN KEY ("body_sha256") REFERENCES "body"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case" ADD CONSTRAINT "case_court_id_fkey" FOREIGN KEY ("court_id") REFERENCES "court"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_alias" ADD CONSTRAINT "case_alias_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "watch" ADD CONSTRAINT "watch_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Indexes that Prisma cannot say ──────────────────────────────────────────────────────────────

-- A docket number may name several Cases; the court's own id names one.
CREATE UNIQUE INDEX "case_alias_pacer_case_id_key" ON "case_alias" ("court_id", "value") WHERE "kind" = 'PACER_CASE_ID';
-- One live Watch per organisation and Target.
CREATE UNIQUE INDEX "watch_live_key" ON "watch" ("organisation_id", "target_id") WHERE "removed_at" IS NULL;
-- One open Coverage interval per Target and Person.
CREATE UNIQUE INDEX "coverage_open_key" ON "coverage" ("target_id") WHERE "to_at" IS NULL;
CREATE UNIQUE INDEX "person_coverage_open_key" ON "person_coverage" ("person_id", "source") WHERE "to_at" IS NULL;
-- Sightings of a Target that a new Capture may extend, close or split.
CREATE INDEX "sighting_open_idx" ON "sighting" ("target_id") WHERE "last_capture" IS NULL AND "superseded_at" IS NULL;
CREATE INDEX "sighting_target_idx" ON "sighting" ("target_id", "first_capture", "last_capture") WHERE "superseded_at" IS NULL;
-- The redirect in force of an id.
CREATE UNIQUE INDEX "event_redirect_current_key" ON "event_redirect" ("old_id") WHERE "recorded_to" IS NULL;

-- ── Values ──────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "check" ADD CHECK ("outcome" IN ('NEWS', 'NO_NEWS', 'FAILED'));
ALTER TABLE "capture" ADD CHECK ("origin" IN ('FETCHED', 'IMPORTED')), ADD CHECK ("completeness" IN ('WINDOW', 'COMPLETE', 'PARTIAL'));
ALTER TABLE "capture" ADD CHECK ("raw_sha256" ~ '^[0-9a-f]{64}$'), ADD CHECK ("body_sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "case_alias" ADD CHECK ("kind" IN ('PACER_CASE_ID', 'DOCKET_NUMBER', 'PRINTED'));
ALTER TABLE "change" ADD CHECK ("kind" IN ('ADDED', 'REVISED', 'MERGED', 'RETRACTED')), ADD CHECK (("kind" = 'MERGED') = ("into_id" IS NOT NULL));
ALTER TABLE "change_head" ADD CHECK ("only");
ALTER TABLE "coverage" ADD CHECK ("state" IN ('SEEING', 'BLIND')), ADD CHECK ("to_at" >= "from_at");
ALTER TABLE "person_coverage" ADD CHECK ("state" IN ('SEEING', 'BLIND')), ADD CHECK ("to_at" >= "from_at");
ALTER TABLE "member" ADD CHECK ("role" IN ('VIEWER', 'CASE_WORKER', 'SUPERVISOR', 'AUDITOR', 'OPERATOR'));
ALTER TABLE "api_key" ADD CHECK ("role" IN ('VIEWER', 'CASE_WORKER', 'SUPERVISOR', 'AUDITOR', 'OPERATOR')), ADD CHECK (octet_length("key_sha256") = 32);
-- Sealed columns: version byte 1, 12 bytes nonce, 16 bytes tag at least, so that plain text is refused.
ALTER TABLE "person" ADD CHECK (octet_length("sealed") >= 29 AND get_byte("sealed", 0) = 1),
  ADD CHECK (octet_length("data_key_sealed") = 61 AND get_byte("data_key_sealed", 0) = 1), ADD CHECK (octet_length("number_index") = 32);
ALTER TABLE "person_capture" ADD CHECK (octet_length("body_sealed") >= 29 AND get_byte("body_sealed", 0) = 1);
ALTER TABLE "person_observation" ADD CHECK (octet_length("content_sealed") >= 29 AND get_byte("content_sealed", 0) = 1);
ALTER TABLE "person_event" ADD CHECK (octet_length("content_sealed") >= 29 AND get_byte("content_sealed", 0) = 1);
ALTER TABLE "person_event_revision" ADD CHECK (octet_length("content_sealed") >= 29 AND get_byte("content_sealed", 0) = 1);

INSERT INTO "change_head" ("only", "seq", "recorded_at") VALUES (true, 0, '-infinity');

-- ── Partitions ──────────────────────────────────────────────────────────────────────────────────

DO $$
DECLARE
  parent text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['observation', 'observation_key', 'event', 'event_revision'] LOOP
    FOR i IN 0..15 LOOP
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 16, REMAINDER %s)', parent || '_p' || i, parent, i);
    END LOOP;
  END LOOP;
END $$;

-- A Check is never lost to a clock that is months off.
CREATE TABLE "check_other" PARTITION OF "check" DEFAULT;

-- Ranges of `change` and months of `check`, made ahead of need; called at start and by the scraper. The application's
-- role owns no table, so it runs as the owner.
CREATE FUNCTION vigil_ensure_partitions() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  width CONSTANT bigint := 10000000;
  head bigint := (SELECT seq FROM change_head);
  first_month date := date_trunc('month', now() AT TIME ZONE 'UTC')::date;
  month date;
  made integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(72707370);
  FOR i IN head / width .. head / width + 1 LOOP
    IF to_regclass(format('change_r%s', i)) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF change FOR VALUES FROM (%s) TO (%s)', 'change_r' || i, i * width, (i + 1) * width);
      made := made + 1;
    END IF;
  END LOOP;
  FOR i IN -1..2 LOOP
    month := first_month + make_interval(months => i);
    IF to_regclass('check_' || to_char(month, 'YYYYMM')) IS NULL THEN
      BEGIN
        EXECUTE format('CREATE TABLE %I PARTITION OF "check" FOR VALUES FROM (%L) TO (%L)', 'check_' || to_char(month, 'YYYYMM'),
          month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
        made := made + 1;
      EXCEPTION WHEN check_violation THEN
        NULL; -- Checks of that month stand in check_other already, and stay there
      END;
    END IF;
  END LOOP;
  RETURN made;
END $$;

SELECT vigil_ensure_partitions();

-- ── Tenants ─────────────────────────────────────────────────────────────────────────────────────

-- The organisation that this transaction acts for; NULL sees nothing of any tenant.
CREATE FUNCTION vigil_organisation() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('vigil.organisation_id', true), '')::uuid
$$;

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['member', 'api_key', 'watch', 'person', 'consent', 'person_capture', 'person_observation',
    'person_sighting', 'person_event', 'person_event_revision', 'person_coverage', 'conflict', 'audit'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation_id = vigil_organisation()) WITH CHECK (organisation_id = vigil_organisation())', tenant);
  END LOOP;
END $$;

ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "organisation" USING (id = vigil_organisation()) WITH CHECK (id = vigil_organisation());

-- What the schedule needs to know of all tenants' Watches, and no more: that a Target is wanted and how often at most.
CREATE FUNCTION vigil_demand() RETURNS TABLE (target_id uuid, shortest_ms integer, own_pace boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.target_id, min(w.every_ms), bool_or(w.every_ms IS NULL)
  FROM watch w WHERE w.removed_at IS NULL AND w.paused_at IS NULL GROUP BY w.target_id
$$;

-- ── The application's role ──────────────────────────────────────────────────────────────────────

DO $$
BEGIN
  CREATE ROLE vigil_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- roles belong to the server: another database of Vigil made it
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT vigil_app TO %I', current_user);
EXCEPTION WHEN insufficient_privilege OR internal_error THEN
  NULL; -- granted by another at this moment, or by an administrator; the application asserts at start that it can take the role
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO vigil_app;
GRANT EXECUTE ON FUNCTION vigil_ensure_partitions(), vigil_organisation(), vigil_demand() TO vigil_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO vigil_app;
-- What was seen, said and told is only ever added to.
GRANT INSERT ON "body", "capture", "observation", "observation_key", "change", "audit" TO vigil_app;
GRANT INSERT, UPDATE ON "court", "target", "check", "sighting", "case", "event", "timeline_position", "event_revision", "event_redirect",
  "change_head", "coverage", "hearing", "order_in_force", "conflict", "organisation", "member", "api_key", "watch", "person", "consent",
  "person_capture", "person_observation", "person_sighting", "person_event", "person_event_revision", "person_coverage" TO vigil_app;
GRANT INSERT, UPDATE, DELETE ON "court_alias", "case_alias" TO vigil_app;
GRANT DELETE ON "timeline_position", "sighting" TO vigil_app;
