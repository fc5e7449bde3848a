CREATE TABLE "figure_sources" (
	"slug" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"rank" integer DEFAULT 100 NOT NULL,
	"config" jsonb NOT NULL,
	"state" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"read_at" timestamp with time zone,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "figure_sources_slug" CHECK ("figure_sources"."slug" ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
	CONSTRAINT "figure_sources_kind" CHECK ("figure_sources"."kind" in ('csv','json','contract'))
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"network" text,
	"measure" text NOT NULL,
	"span" text NOT NULL,
	"period" date NOT NULL,
	"value" numeric,
	"known_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "observations_once" UNIQUE NULLS NOT DISTINCT("source","network","measure","span","period","known_at"),
	CONSTRAINT "observations_measure" CHECK ("observations"."measure" in ('reward_tokens','token_price_usd','rewards_usd','active_nodes','token_supply','token_transfers','token_holders')),
	CONSTRAINT "observations_span" CHECK ("observations"."span" in ('month','day')),
	CONSTRAINT "observations_first_day" CHECK ("observations"."span" = 'day' or extract(day from "observations"."period") = 1),
	CONSTRAINT "observations_value" CHECK ("observations"."value" >= 0 and "observations"."value" < 'Infinity'),
	CONSTRAINT "observations_price" CHECK ("observations"."measure" <> 'token_price_usd' or "observations"."value" > 0)
);
--> statement-breakpoint
CREATE TABLE "token_holders" (
	"source" text NOT NULL,
	"holder" text NOT NULL,
	"balance" numeric(78, 0) NOT NULL,
	CONSTRAINT "token_holders_source_holder_pk" PRIMARY KEY("source","holder"),
	CONSTRAINT "token_holders_holder" CHECK ("token_holders"."holder" ~ '^0x[0-9a-f]{40}$'),
	CONSTRAINT "token_holders_balance" CHECK ("token_holders"."balance" > 0)
);
--> statement-breakpoint
CREATE TABLE "token_transfer_days" (
	"source" text NOT NULL,
	"day" date NOT NULL,
	"transfers" bigint NOT NULL,
	CONSTRAINT "token_transfer_days_source_day_pk" PRIMARY KEY("source","day"),
	CONSTRAINT "token_transfer_days_some" CHECK ("token_transfer_days"."transfers" > 0)
);
--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_source_figure_sources_slug_fk" FOREIGN KEY ("source") REFERENCES "public"."figure_sources"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_network_networks_slug_fk" FOREIGN KEY ("network") REFERENCES "public"."networks"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_holders" ADD CONSTRAINT "token_holders_source_figure_sources_slug_fk" FOREIGN KEY ("source") REFERENCES "public"."figure_sources"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_transfer_days" ADD CONSTRAINT "token_transfer_days_source_figure_sources_slug_fk" FOREIGN KEY ("source") REFERENCES "public"."figure_sources"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "observations_network_measure_period_index" ON "observations" USING btree ("network","measure","period");--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "observations_are_kept" BEFORE UPDATE OR DELETE ON "observations"
FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
