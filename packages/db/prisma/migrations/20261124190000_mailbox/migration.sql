-- How far a Target was read whose looks go on from one another: a mailbox.
ALTER TABLE "target" ADD COLUMN "read_to" TEXT;
