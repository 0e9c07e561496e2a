-- What the processes that fetch must agree on, so that together they are as polite as one.
CREATE TABLE "host_gate" (
    "domain" TEXT NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "host_gate_pkey" PRIMARY KEY ("domain")
);

CREATE TABLE "robots_text" (
    "origin" TEXT NOT NULL,
    "text" TEXT,
    "keep_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "robots_text_pkey" PRIMARY KEY ("origin")
);

GRANT SELECT, INSERT, UPDATE ON "host_gate", "robots_text" TO vigil_app;
