ALTER TABLE "positions" DROP CONSTRAINT "positions_cell";--> statement-breakpoint
ALTER TABLE "positions" ALTER COLUMN "user_expires" SET DATA TYPE numeric(78, 0);--> statement-breakpoint
ALTER TABLE "positions" ALTER COLUMN "flags" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_cell" CHECK ("positions"."cell" ~ '^[0-9a-f]{15,16}$');