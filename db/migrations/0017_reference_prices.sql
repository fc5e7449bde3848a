CREATE TABLE "dollar_transfers" (
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"transaction_hash" text NOT NULL,
	"time" timestamp with time zone NOT NULL,
	"sender" text NOT NULL,
	"recipient" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "dollar_transfers_block_number_log_index_pk" PRIMARY KEY("block_number","log_index")
);
--> statement-breakpoint
CREATE TABLE "prospects" (
	"order_hash" text PRIMARY KEY NOT NULL,
	"position_id" bigint NOT NULL,
	"inputs_hash" text NOT NULL,
	"price" numeric(78, 0) NOT NULL,
	"p25" bigint NOT NULL,
	"shortfall" bigint NOT NULL,
	"loss_chance" double precision NOT NULL,
	"score" double precision NOT NULL,
	"implied_growth" double precision,
	"implied_return" double precision,
	"assumed_growth" double precision NOT NULL,
	"assumed_return" double precision NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "prospects_order" CHECK ("prospects"."order_hash" ~ '^0x[0-9a-f]{64}$'),
	CONSTRAINT "prospects_inputs" CHECK ("prospects"."inputs_hash" ~ '^0x[0-9a-f]{64}$'),
	CONSTRAINT "prospects_chance" CHECK ("prospects"."loss_chance" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "reference_prices" (
	"scope" text NOT NULL,
	"subject" text NOT NULL,
	"price" bigint,
	"low" bigint,
	"high" bigint,
	"sales" integer NOT NULL,
	"left_out" integer NOT NULL,
	"effective_sales" double precision NOT NULL,
	"cost_up" jsonb,
	"cost_down" jsonb,
	"size_tests" jsonb,
	"newest_sale" timestamp with time zone NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reference_prices_scope_subject_pk" PRIMARY KEY("scope","subject"),
	CONSTRAINT "reference_prices_scope" CHECK ("reference_prices"."scope" in ('position','model','network')),
	CONSTRAINT "reference_prices_figures" CHECK (num_nulls("reference_prices"."price", "reference_prices"."low", "reference_prices"."high") in (0, 3)),
	CONSTRAINT "reference_prices_interval" CHECK ("reference_prices"."low" <= "reference_prices"."price" and "reference_prices"."price" <= "reference_prices"."high")
);
--> statement-breakpoint
CREATE TABLE "sale_marks" (
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"position_id" bigint NOT NULL,
	"test" text NOT NULL,
	"mark" jsonb NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sale_marks_block_number_log_index_position_id_test_pk" PRIMARY KEY("block_number","log_index","position_id","test"),
	CONSTRAINT "sale_marks_test" CHECK ("sale_marks"."test" in ('self-fill','round-trip','funding-link'))
);
--> statement-breakpoint
CREATE TABLE "supply_squeezes" (
	"network" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"supply" integer NOT NULL,
	"listed" integer NOT NULL,
	"bidders" integer NOT NULL,
	"sales" integer NOT NULL,
	"watchers" integer NOT NULL,
	"pressure" double precision,
	"is_squeezed" boolean NOT NULL,
	"since" timestamp with time zone,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "supply_squeezes_network_at_pk" PRIMARY KEY("network","at"),
	CONSTRAINT "supply_squeezes_since" CHECK ("supply_squeezes"."is_squeezed" = ("supply_squeezes"."since" is not null))
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind";--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "squeeze" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "dollar_transfers" ADD CONSTRAINT "dollar_transfers_block_number_blocks_number_fk" FOREIGN KEY ("block_number") REFERENCES "public"."blocks"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_marks" ADD CONSTRAINT "sale_marks_sale" FOREIGN KEY ("block_number","log_index","position_id") REFERENCES "public"."sales"("block_number","log_index","position_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dollar_transfers_recipient_time_index" ON "dollar_transfers" USING btree ("recipient","time");--> statement-breakpoint
CREATE INDEX "dollar_transfers_time_index" ON "dollar_transfers" USING btree ("time");--> statement-breakpoint
CREATE INDEX "prospects_position_id_index" ON "prospects" USING btree ("position_id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('price','listed','sold','silent','offer','squeeze'));