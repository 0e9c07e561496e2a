-- What is normal for a Target, how fast it must be looked at, and whether what it shows is kept from readers.
CREATE TABLE "target_health" (
    "target_id" UUID NOT NULL,
    "normal" JSONB,
    "news_at" TIMESTAMPTZ(3),
    "haste" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "quarantined_at" TIMESTAMPTZ(3),
    "quarantined_by" TEXT,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "release_asked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "target_health_pkey" PRIMARY KEY ("target_id")
);

ALTER TABLE "target_health" ADD CONSTRAINT "target_health_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE ON "target_health" TO vigil_app;

-- What a Capture holds never changes; whether it could be read does, once it is released or its reader is mended.
GRANT UPDATE ("error_code", "built_at", "completeness", "source_version") ON "capture" TO vigil_app;
