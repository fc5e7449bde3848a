CREATE INDEX "ledger_time_index" ON "ledger" USING btree ("time");--> statement-breakpoint
CREATE INDEX "orders_created_at_index" ON "orders" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "reward_claims_time_index" ON "reward_claims" USING btree ("time");