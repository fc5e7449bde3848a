DROP INDEX "ledger_transaction_hash_index";--> statement-breakpoint
DROP INDEX "orders_offerer_index";--> statement-breakpoint
CREATE INDEX "ledger_account_prefix" ON "ledger" USING btree ("account" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "ledger_counterparty_prefix" ON "ledger" USING btree ("counterparty" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "orders_hash_prefix" ON "orders" USING btree ("hash" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "ledger_transaction_hash_index" ON "ledger" USING btree ("transaction_hash" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "orders_offerer_index" ON "orders" USING btree ("offerer" text_pattern_ops);