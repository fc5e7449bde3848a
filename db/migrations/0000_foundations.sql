CREATE TABLE "accounts" (
	"address" text PRIMARY KEY NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "siwe_nonces" (
	"nonce" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "siwe_nonces_length" CHECK (length("siwe_nonces"."nonce") >= 8)
);
--> statement-breakpoint
CREATE TABLE "allowances" (
	"owner" text NOT NULL,
	"spender" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "allowances_owner_spender_pk" PRIMARY KEY("owner","spender"),
	CONSTRAINT "allowances_amount" CHECK ("allowances"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "balances" (
	"account" text PRIMARY KEY NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "balances_amount" CHECK ("balances"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"number" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"parent_hash" text NOT NULL,
	"time" timestamp with time zone NOT NULL,
	CONSTRAINT "blocks_hash_unique" UNIQUE("hash"),
	CONSTRAINT "blocks_hash" CHECK ("blocks"."hash" ~ '^0x[0-9a-f]{64}$'),
	CONSTRAINT "blocks_parent_hash" CHECK ("blocks"."parent_hash" ~ '^0x[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "chain_meta" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"chain_id" integer NOT NULL,
	"genesis_hash" text NOT NULL,
	"positions_address" text NOT NULL,
	"start_block" bigint NOT NULL,
	CONSTRAINT "chain_meta_one_row" CHECK ("chain_meta"."id")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"offerer" text PRIMARY KEY NOT NULL,
	"counter" numeric(78, 0) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"transaction_hash" text NOT NULL,
	"time" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"position_id" bigint,
	"account" text,
	"counterparty" text,
	"order_hash" text,
	"price" numeric(78, 0),
	"data" jsonb NOT NULL,
	CONSTRAINT "ledger_block_number_log_index_pk" PRIMARY KEY("block_number","log_index"),
	CONSTRAINT "ledger_kind" CHECK ("ledger"."kind" in ('registered','reassigned','user_set','flags_set','transferred','approved_all','order_filled','order_cancelled','order_validated','counter_moved'))
);
--> statement-breakpoint
CREATE TABLE "metadata_documents" (
	"hash" text PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operator_approvals" (
	"owner" text NOT NULL,
	"operator" text NOT NULL,
	"approved" boolean NOT NULL,
	CONSTRAINT "operator_approvals_owner_operator_pk" PRIMARY KEY("owner","operator")
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"order_hash" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "order_events_block_number_log_index_pk" PRIMARY KEY("block_number","log_index"),
	CONSTRAINT "order_events_kind" CHECK ("order_events"."kind" in ('filled','cancelled','validated'))
);
--> statement-breakpoint
CREATE TABLE "order_states" (
	"order_hash" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"checked_block" bigint NOT NULL,
	"simulated_block" bigint,
	CONSTRAINT "order_states_status" CHECK ("order_states"."status" in ('open','filled','cancelled','counter_moved','not_owned','not_approved','no_funds','state_changed','signature_invalid'))
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"offerer" text NOT NULL,
	"position_id" bigint NOT NULL,
	"price" numeric(78, 0) NOT NULL,
	"fee" numeric(78, 0) NOT NULL,
	"start_time" timestamp with time zone NOT NULL,
	"end_time" timestamp with time zone NOT NULL,
	"counter" numeric(78, 0) NOT NULL,
	"zone" text NOT NULL,
	"zone_hash" text NOT NULL,
	"bound" boolean NOT NULL,
	"signature" text NOT NULL,
	"components" jsonb NOT NULL,
	"signed_state" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_kind" CHECK ("orders"."kind" in ('listing','item_offer')),
	CONSTRAINT "orders_price" CHECK ("orders"."price" > 0 and "orders"."fee" >= 0 and "orders"."fee" < "orders"."price"),
	CONSTRAINT "orders_window" CHECK ("orders"."start_time" < "orders"."end_time"),
	CONSTRAINT "orders_hash" CHECK ("orders"."hash" ~ '^0x[0-9a-f]{64}$'),
	CONSTRAINT "orders_offerer" CHECK ("orders"."offerer" ~ '^0x[0-9a-f]{40}$')
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"device_id" text NOT NULL,
	"key_type" text NOT NULL,
	"key_x" text NOT NULL,
	"key_y" text NOT NULL,
	"owner" text NOT NULL,
	"network" text NOT NULL,
	"model" text NOT NULL,
	"cell" text,
	"place_commitment" text,
	"metadata_hash" text NOT NULL,
	"ownership_nonce" bigint NOT NULL,
	"user" text,
	"user_expires" bigint NOT NULL,
	"flags" integer NOT NULL,
	"state_hash" text NOT NULL,
	"attester" text NOT NULL,
	"registered_block" bigint NOT NULL,
	"registered_transaction" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "positions_deviceId_unique" UNIQUE("device_id"),
	CONSTRAINT "positions_key_type" CHECK ("positions"."key_type" in ('secp256k1','p256')),
	CONSTRAINT "positions_cell" CHECK ("positions"."cell" ~ '^[0-9a-f]{15}$'),
	CONSTRAINT "positions_owner" CHECK ("positions"."owner" ~ '^0x[0-9a-f]{40}$'),
	CONSTRAINT "positions_state_hash" CHECK ("positions"."state_hash" ~ '^0x[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "sales" (
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"position_id" bigint NOT NULL,
	"transaction_hash" text NOT NULL,
	"time" timestamp with time zone NOT NULL,
	"order_hash" text NOT NULL,
	"seller" text NOT NULL,
	"buyer" text NOT NULL,
	"price" numeric(78, 0) NOT NULL,
	"fee" numeric(78, 0) NOT NULL,
	"network" text NOT NULL,
	CONSTRAINT "sales_block_number_log_index_position_id_pk" PRIMARY KEY("block_number","log_index","position_id"),
	CONSTRAINT "sales_fee" CHECK ("sales"."fee" >= 0 and "sales"."fee" <= "sales"."price")
);
--> statement-breakpoint
CREATE TABLE "token_approvals" (
	"position_id" bigint PRIMARY KEY NOT NULL,
	"approved" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "undo_journal" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"block_number" bigint NOT NULL,
	"table_name" text NOT NULL,
	"key" jsonb NOT NULL,
	"before" jsonb
);
--> statement-breakpoint
CREATE TABLE "heartbeat_conflicts" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"device_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"report" jsonb NOT NULL,
	"report_hash" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "heartbeat_conflicts_reportHash_unique" UNIQUE("report_hash")
);
--> statement-breakpoint
CREATE TABLE "heartbeat_days" (
	"device_id" text NOT NULL,
	"day" date NOT NULL,
	"reports" integer NOT NULL,
	"uptime_seconds" integer NOT NULL,
	"work" numeric(39, 0) NOT NULL,
	CONSTRAINT "heartbeat_days_device_id_day_pk" PRIMARY KEY("device_id","day"),
	CONSTRAINT "heartbeat_days_reports" CHECK ("heartbeat_days"."reports" between 0 and 24),
	CONSTRAINT "heartbeat_days_uptime" CHECK ("heartbeat_days"."uptime_seconds" between 0 and "heartbeat_days"."reports" * 3600),
	CONSTRAINT "heartbeat_days_work" CHECK ("heartbeat_days"."work" >= 0)
);
--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"device_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"uptime" smallint NOT NULL,
	"work" numeric(39, 0) NOT NULL,
	"state" smallint NOT NULL,
	"signature" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "heartbeats_device_id_at_pk" PRIMARY KEY("device_id","at"),
	CONSTRAINT "heartbeats_epoch" CHECK (date_trunc('hour', "heartbeats"."at", 'UTC') = "heartbeats"."at"),
	CONSTRAINT "heartbeats_uptime" CHECK ("heartbeats"."uptime" between 0 and 3600),
	CONSTRAINT "heartbeats_work" CHECK ("heartbeats"."work" >= 0),
	CONSTRAINT "heartbeats_state" CHECK ("heartbeats"."state" between 0 and 2),
	CONSTRAINT "heartbeats_device" CHECK ("heartbeats"."device_id" ~ '^0x[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner" text NOT NULL,
	"network" text NOT NULL,
	"model" text NOT NULL,
	"cell" text,
	"place_commitment" text,
	"metadata_hash" text NOT NULL,
	"deadline" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'challenged' NOT NULL,
	"device_id" text,
	"key_type" text,
	"key_x" text,
	"key_y" text,
	"device_signature" text,
	"attester" text,
	"attester_signature" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attested_at" timestamp with time zone,
	CONSTRAINT "registrations_key_type" CHECK ("registrations"."key_type" in ('secp256k1','p256')),
	CONSTRAINT "registrations_cell" CHECK ("registrations"."cell" ~ '^85[0-9a-f]{13}$'),
	CONSTRAINT "registrations_status" CHECK ("registrations"."status" in ('challenged','attested')),
	CONSTRAINT "registrations_proof_complete" CHECK (num_nulls("registrations"."device_id","registrations"."key_type","registrations"."key_x","registrations"."key_y","registrations"."device_signature","registrations"."attester","registrations"."attester_signature","registrations"."attested_at") = case "registrations"."status" when 'attested' then 0 else 8 end),
	CONSTRAINT "registrations_owner" CHECK ("registrations"."owner" ~ '^0x[0-9a-f]{40}$')
);
--> statement-breakpoint
CREATE TABLE "assumptions" (
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"value" numeric NOT NULL,
	"unit" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "assumptions_subject_name_pk" PRIMARY KEY("subject","name"),
	CONSTRAINT "assumptions_value" CHECK ("assumptions"."value" > '-Infinity' and "assumptions"."value" < 'Infinity')
);
--> statement-breakpoint
CREATE TABLE "device_models" (
	"slug" text PRIMARY KEY NOT NULL,
	"network" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "device_models_of_network" UNIQUE("network","slug"),
	CONSTRAINT "device_models_slug_fits_bytes32" CHECK ("device_models"."slug" ~ '^[a-z0-9][a-z0-9-]{0,30}$')
);
--> statement-breakpoint
CREATE TABLE "network_months" (
	"network" text NOT NULL,
	"month" date NOT NULL,
	"reward_tokens" numeric,
	"token_price_usd" numeric,
	"rewards_usd" numeric,
	"active_nodes" integer,
	"source" text NOT NULL,
	CONSTRAINT "network_months_network_month_pk" PRIMARY KEY("network","month"),
	CONSTRAINT "network_months_first_day" CHECK (extract(day from "network_months"."month") = 1),
	CONSTRAINT "network_months_nodes" CHECK ("network_months"."active_nodes" >= 0),
	CONSTRAINT "network_months_price" CHECK ("network_months"."token_price_usd" > 0 and "network_months"."token_price_usd" < 'Infinity'),
	CONSTRAINT "network_months_rewards_usd" CHECK ("network_months"."rewards_usd" >= 0 and "network_months"."rewards_usd" < 'Infinity'),
	CONSTRAINT "network_months_reward_tokens" CHECK ("network_months"."reward_tokens" >= 0 and "network_months"."reward_tokens" < 'Infinity')
);
--> statement-breakpoint
CREATE TABLE "networks" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"token" text NOT NULL,
	"is_physical" boolean NOT NULL,
	CONSTRAINT "networks_slug_fits_bytes32" CHECK ("networks"."slug" ~ '^[a-z0-9][a-z0-9-]{0,30}$'),
	CONSTRAINT "networks_category" CHECK ("networks"."category" in ('wireless','geospatial','mobility','energy','compute','storage','bandwidth'))
);
--> statement-breakpoint
CREATE TABLE "operator_months" (
	"operator" text NOT NULL,
	"month" date NOT NULL,
	"nodes" integer NOT NULL,
	"rewards_usd" numeric NOT NULL,
	"reward_tokens" numeric,
	"relays" numeric,
	"avg_stake_tokens" numeric,
	"cost_usd_per_node" numeric,
	"cost_usd_per_node_low" numeric,
	"cost_usd_per_node_high" numeric,
	"source" text NOT NULL,
	CONSTRAINT "operator_months_operator_month_pk" PRIMARY KEY("operator","month"),
	CONSTRAINT "operator_months_nodes" CHECK ("operator_months"."nodes" > 0),
	CONSTRAINT "operator_months_rewards" CHECK ("operator_months"."rewards_usd" >= 0 and "operator_months"."rewards_usd" < 'Infinity'),
	CONSTRAINT "operator_months_cost" CHECK ("operator_months"."cost_usd_per_node" >= 0 and "operator_months"."cost_usd_per_node" < 'Infinity'),
	CONSTRAINT "operator_months_cost_range" CHECK ("operator_months"."cost_usd_per_node_low" <= "operator_months"."cost_usd_per_node" and "operator_months"."cost_usd_per_node" <= "operator_months"."cost_usd_per_node_high"),
	CONSTRAINT "operator_months_first_day" CHECK (extract(day from "operator_months"."month") = 1)
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"slug" text PRIMARY KEY NOT NULL,
	"network" text NOT NULL,
	"account" text,
	CONSTRAINT "operators_account_unique" UNIQUE("account"),
	CONSTRAINT "operators_account" CHECK ("operators"."account" ~ '^0x[0-9a-f]{40}$')
);
--> statement-breakpoint
CREATE TABLE "token_prices" (
	"token" text NOT NULL,
	"day" date NOT NULL,
	"price_usd" numeric NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "token_prices_token_day_pk" PRIMARY KEY("token","day"),
	CONSTRAINT "token_prices_price" CHECK ("token_prices"."price_usd" > 0 and "token_prices"."price_usd" < 'Infinity')
);
--> statement-breakpoint
CREATE TABLE "valuations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position_id" bigint NOT NULL,
	"device_id" text NOT NULL,
	"model" text NOT NULL,
	"inputs" jsonb NOT NULL,
	"inputs_hash" text NOT NULL,
	"value" bigint NOT NULL,
	"p5" bigint NOT NULL,
	"p50" bigint NOT NULL,
	"p95" bigint NOT NULL,
	"parts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "valuations_device" CHECK ("valuations"."device_id" ~ '^0x[0-9a-f]{64}$'),
	CONSTRAINT "valuations_inputs_hash" CHECK ("valuations"."inputs_hash" ~ '^0x[0-9a-f]{64}$'),
	CONSTRAINT "valuations_parts" CHECK (jsonb_typeof("valuations"."parts") = 'array'),
	CONSTRAINT "valuations_ordered" CHECK ("valuations"."p5" <= "valuations"."p50" and "valuations"."p50" <= "valuations"."p95")
);
--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_block_number_blocks_number_fk" FOREIGN KEY ("block_number") REFERENCES "public"."blocks"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_block_number_blocks_number_fk" FOREIGN KEY ("block_number") REFERENCES "public"."blocks"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_states" ADD CONSTRAINT "order_states_order_hash_orders_hash_fk" FOREIGN KEY ("order_hash") REFERENCES "public"."orders"("hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales" ADD CONSTRAINT "sales_block_number_blocks_number_fk" FOREIGN KEY ("block_number") REFERENCES "public"."blocks"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_model" FOREIGN KEY ("network","model") REFERENCES "public"."device_models"("network","slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_models" ADD CONSTRAINT "device_models_network_networks_slug_fk" FOREIGN KEY ("network") REFERENCES "public"."networks"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_months" ADD CONSTRAINT "network_months_network_networks_slug_fk" FOREIGN KEY ("network") REFERENCES "public"."networks"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_months" ADD CONSTRAINT "operator_months_operator_operators_slug_fk" FOREIGN KEY ("operator") REFERENCES "public"."operators"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_network_networks_slug_fk" FOREIGN KEY ("network") REFERENCES "public"."networks"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "siwe_nonces_expires_at_index" ON "siwe_nonces" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "ledger_position_id_block_number_index" ON "ledger" USING btree ("position_id","block_number");--> statement-breakpoint
CREATE INDEX "ledger_account_block_number_index" ON "ledger" USING btree ("account","block_number");--> statement-breakpoint
CREATE INDEX "ledger_kind_block_number_index" ON "ledger" USING btree ("kind","block_number");--> statement-breakpoint
CREATE INDEX "ledger_transaction_hash_index" ON "ledger" USING btree ("transaction_hash");--> statement-breakpoint
CREATE INDEX "order_events_order_hash_index" ON "order_events" USING btree ("order_hash");--> statement-breakpoint
CREATE INDEX "order_states_status_index" ON "order_states" USING btree ("status");--> statement-breakpoint
CREATE INDEX "orders_position_id_index" ON "orders" USING btree ("position_id");--> statement-breakpoint
CREATE INDEX "orders_offerer_index" ON "orders" USING btree ("offerer");--> statement-breakpoint
CREATE INDEX "positions_owner_id_index" ON "positions" USING btree ("owner","id");--> statement-breakpoint
CREATE INDEX "positions_network_id_index" ON "positions" USING btree ("network","id");--> statement-breakpoint
CREATE INDEX "sales_position_id_block_number_index" ON "sales" USING btree ("position_id","block_number");--> statement-breakpoint
CREATE INDEX "sales_network_block_number_index" ON "sales" USING btree ("network","block_number");--> statement-breakpoint
CREATE INDEX "undo_journal_block_number_index" ON "undo_journal" USING btree ("block_number");--> statement-breakpoint
CREATE INDEX "heartbeat_conflicts_device_id_at_index" ON "heartbeat_conflicts" USING btree ("device_id","at");--> statement-breakpoint
CREATE INDEX "registrations_owner_created_at_index" ON "registrations" USING btree ("owner","created_at");--> statement-breakpoint
CREATE INDEX "registrations_device_id_index" ON "registrations" USING btree ("device_id");--> statement-breakpoint
CREATE INDEX "operator_months_month_index" ON "operator_months" USING btree ("month");--> statement-breakpoint
CREATE INDEX "valuations_position_id_created_at_index" ON "valuations" USING btree ("position_id","created_at");