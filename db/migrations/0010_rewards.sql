CREATE TABLE "reward_claims" (
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"transaction_hash" text NOT NULL,
	"time" timestamp with time zone NOT NULL,
	"network" text NOT NULL,
	"account" text NOT NULL,
	"position_id" numeric(78, 0) NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	"cumulative" numeric(78, 0) NOT NULL,
	CONSTRAINT "reward_claims_block_number_log_index_pk" PRIMARY KEY("block_number","log_index"),
	CONSTRAINT "reward_claims_amount" CHECK ("reward_claims"."amount" > 0 and "reward_claims"."amount" <= "reward_claims"."cumulative")
);
--> statement-breakpoint
CREATE TABLE "reward_files" (
	"network" text NOT NULL,
	"epoch" bigint NOT NULL,
	"starts_at" bigint NOT NULL,
	"root" text NOT NULL,
	"file_hash" text NOT NULL,
	"text" text NOT NULL,
	"total" numeric(78, 0) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reward_files_network_epoch_pk" PRIMARY KEY("network","epoch"),
	CONSTRAINT "reward_files_epoch" CHECK ("reward_files"."starts_at" < "reward_files"."epoch"),
	CONSTRAINT "reward_files_root" CHECK ("reward_files"."root" ~ '^0x[0-9a-f]{64}$'),
	CONSTRAINT "reward_files_hash" CHECK ("reward_files"."file_hash" ~ '^0x[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "reward_leaves" (
	"network" text NOT NULL,
	"position_id" bigint NOT NULL,
	"account" text NOT NULL,
	"epoch" bigint NOT NULL,
	"cumulative" numeric(78, 0) NOT NULL,
	"previous" numeric(78, 0) NOT NULL,
	CONSTRAINT "reward_leaves_network_position_id_account_pk" PRIMARY KEY("network","position_id","account"),
	CONSTRAINT "reward_leaves_account" CHECK ("reward_leaves"."account" ~ '^0x[0-9a-f]{40}$'),
	CONSTRAINT "reward_leaves_grow" CHECK ("reward_leaves"."previous" >= 0 and "reward_leaves"."cumulative" > 0 and "reward_leaves"."previous" <= "reward_leaves"."cumulative")
);
--> statement-breakpoint
CREATE TABLE "reward_roots" (
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"transaction_hash" text NOT NULL,
	"time" timestamp with time zone NOT NULL,
	"network" text NOT NULL,
	"epoch" numeric(78, 0) NOT NULL,
	"root" text NOT NULL,
	"file_hash" text NOT NULL,
	"uri" text NOT NULL,
	CONSTRAINT "reward_roots_block_number_log_index_pk" PRIMARY KEY("block_number","log_index")
);
--> statement-breakpoint
ALTER TABLE "reward_claims" ADD CONSTRAINT "reward_claims_block_number_blocks_number_fk" FOREIGN KEY ("block_number") REFERENCES "public"."blocks"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_roots" ADD CONSTRAINT "reward_roots_block_number_blocks_number_fk" FOREIGN KEY ("block_number") REFERENCES "public"."blocks"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reward_claims_account_position_id_index" ON "reward_claims" USING btree ("account","position_id");--> statement-breakpoint
CREATE INDEX "reward_claims_position_id_index" ON "reward_claims" USING btree ("position_id");--> statement-breakpoint
CREATE INDEX "reward_leaves_account_index" ON "reward_leaves" USING btree ("account");--> statement-breakpoint
CREATE INDEX "reward_leaves_position_id_index" ON "reward_leaves" USING btree ("position_id");--> statement-breakpoint
CREATE INDEX "reward_roots_network_epoch_index" ON "reward_roots" USING btree ("network","epoch");