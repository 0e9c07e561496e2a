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
