ALTER TABLE "network_months" DROP CONSTRAINT "network_months_nodes";--> statement-breakpoint
ALTER TABLE "network_months" ALTER COLUMN "active_nodes" SET DATA TYPE numeric;--> statement-breakpoint
ALTER TABLE "network_months" ADD CONSTRAINT "network_months_nodes" CHECK ("network_months"."active_nodes" >= 0 and "network_months"."active_nodes" < 'Infinity');