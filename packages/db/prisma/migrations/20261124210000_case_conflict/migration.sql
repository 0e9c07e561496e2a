-- Evidence that contradicts the identity of a Case, for a person to settle.
CREATE TABLE "case_conflict" (
    "id" UUID NOT NULL,
    "court_id" TEXT NOT NULL,
    "pacer_case_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "said" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "settled_as" TEXT,
    "reason" TEXT,

    CONSTRAINT "case_conflict_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "case_conflict_opened_at_id_idx" ON "case_conflict"("opened_at" DESC, "id" DESC);
CREATE INDEX "case_conflict_case_id_idx" ON "case_conflict"("case_id");
CREATE INDEX "case_conflict_other_id_idx" ON "case_conflict"("other_id");
CREATE INDEX "case_merged_into_idx" ON "case"("merged_into");

ALTER TABLE "case_conflict" ADD CONSTRAINT "case_conflict_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_conflict" ADD CONSTRAINT "case_conflict_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_conflict" ADD CHECK ("settled_as" IN ('SAME', 'DISTINCT')), ADD CHECK (("settled_as" IS NULL) = ("settled_at" IS NULL));

-- The Captures that list everything, in order: two of them that leave an entry out are its removal.
CREATE INDEX "capture_complete_idx" ON "capture" ("target_id", "key") WHERE "completeness" = 'COMPLETE' AND "error_code" IS NULL;
CREATE INDEX "sighting_ended_idx" ON "sighting" ("target_id", "last_capture") WHERE "last_capture" IS NOT NULL AND "superseded_at" IS NULL;

GRANT SELECT, INSERT, UPDATE ON "case_conflict" TO vigil_app;
-- Of two Cases that prove one, what was said of the one is said of the other.
GRANT UPDATE ("case_id") ON "observation", "observation_key" TO vigil_app;

-- Where an Event stands in its docket: day, then row id, then number (docketPlace of @vigil/timeline).
ALTER TABLE "event" ADD COLUMN "place" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "event_revision" ADD COLUMN "place" BIGINT NOT NULL DEFAULT 0;

CREATE FUNCTION pg_temp.docket_place("keys" TEXT[], "content" JSONB) RETURNS BIGINT LANGUAGE sql IMMUTABLE AS $$
  SELECT ((("content" -> 'occurredAt' ->> 'day')::date - DATE '1970-01-01')::bigint << 40) + coalesce(
    (SELECT (1::bigint << 39) + least(coalesce(substring(k FROM ':([0-9]{1,15})')::bigint, 0), (1::bigint << 39) - 1)
     FROM unnest("keys") WITH ORDINALITY AS u (k, n) WHERE k ~ '^(seq|part):' ORDER BY n LIMIT 1),
    CASE WHEN "content" ->> 'kind' = 'DOCKET_ENTRY'
      THEN least(substring("content" -> 'facts' ->> 'number' FROM '^[0-9]{1,15}')::bigint, (1::bigint << 39) - 1) END, 0)
$$;
UPDATE "event" SET "place" = pg_temp.docket_place("keys", "content");
UPDATE "event_revision" r SET "place" = pg_temp.docket_place(e."keys", r."content") FROM "event" e
  WHERE e."case_id" = r."case_id" AND e."id" = r."event_id";
DROP FUNCTION pg_temp.docket_place(TEXT[], JSONB);

CREATE INDEX "event_case_id_place_id_idx" ON "event"("case_id", "place" DESC, "id" DESC);
