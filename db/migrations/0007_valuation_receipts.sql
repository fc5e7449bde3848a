CREATE TABLE "valuation_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "valuation_runs_done" CHECK ("valuation_runs"."done" between 0 and "valuation_runs"."total")
);
--> statement-breakpoint
ALTER TABLE "valuations" ADD COLUMN "settings" jsonb;--> statement-breakpoint
ALTER TABLE "valuations" ADD COLUMN "standard_error" bigint;--> statement-breakpoint
ALTER TABLE "valuations" ADD COLUMN "valuer" text;--> statement-breakpoint
ALTER TABLE "valuations" ADD COLUMN "signature" text;--> statement-breakpoint
ALTER TABLE "valuations" ADD COLUMN "issued_at" bigint;--> statement-breakpoint
ALTER TABLE "valuations" ADD COLUMN "stale_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "valuation_runs_started_at_index" ON "valuation_runs" USING btree ("started_at");