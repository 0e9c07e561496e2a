-- How soon what the latest reading left open is worth a look again; NULL where it left nothing open.
ALTER TABLE "target_health" ADD COLUMN "again_ms" INTEGER;
