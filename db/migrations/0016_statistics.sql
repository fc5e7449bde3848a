CREATE TABLE "roll_ups" (
	"name" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistic_points" (
	"scope" text NOT NULL,
	"measure" text NOT NULL,
	"at" date NOT NULL,
	"value" numeric NOT NULL,
	"low" numeric,
	"high" numeric,
	"says" text,
	CONSTRAINT "statistic_points_scope_measure_at_pk" PRIMARY KEY("scope","measure","at"),
	CONSTRAINT "statistic_points_value" CHECK ("statistic_points"."value" > '-Infinity' and "statistic_points"."value" < 'Infinity')
);
--> statement-breakpoint
CREATE TABLE "statistics" (
	"scope" text NOT NULL,
	"measure" text NOT NULL,
	"value" numeric,
	"low" numeric,
	"high" numeric,
	"says" text,
	"as_of" text NOT NULL,
	"source" text NOT NULL,
	"sample" integer,
	"note" text,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statistics_scope_measure_pk" PRIMARY KEY("scope","measure"),
	CONSTRAINT "statistics_something" CHECK (num_nonnulls("statistics"."value", "statistics"."says", "statistics"."note") > 0),
	CONSTRAINT "statistics_value" CHECK ("statistics"."value" > '-Infinity' and "statistics"."value" < 'Infinity'),
	CONSTRAINT "statistics_interval" CHECK ("statistics"."low" <= "statistics"."value" and "statistics"."value" <= "statistics"."high"),
	CONSTRAINT "statistics_as_of" CHECK ("statistics"."as_of" ~ '^\d{4}-\d{2}($|-\d{2})')
);
--> statement-breakpoint
CREATE INDEX "statistic_points_measure_scope_at_index" ON "statistic_points" USING btree ("measure","scope","at");