ALTER TABLE "blocks" ADD COLUMN "eventful" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "chain_meta" ADD COLUMN "finalized_block" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "order_states" ADD COLUMN "simulation_failed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "contract_signed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "blocks_empty" ON "blocks" USING btree ("number") WHERE not "blocks"."eventful";