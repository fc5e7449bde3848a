ALTER TABLE "prospects" ADD COLUMN "implied_rewards" double precision;--> statement-breakpoint
ALTER TABLE "prospects" ADD COLUMN "implied_salvage" double precision;--> statement-breakpoint
-- judged without them: the worker judges anew
DELETE FROM "prospects";
