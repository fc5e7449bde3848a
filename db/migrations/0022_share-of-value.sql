ALTER TABLE "reference_prices" DROP CONSTRAINT "reference_prices_scope";--> statement-breakpoint
ALTER TABLE "reference_prices" ADD COLUMN "share_of_value" jsonb;--> statement-breakpoint
ALTER TABLE "reference_prices" ADD COLUMN "unvalued" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reference_prices" ADD CONSTRAINT "reference_prices_scope" CHECK ("reference_prices"."scope" in ('position','model','network','all'));