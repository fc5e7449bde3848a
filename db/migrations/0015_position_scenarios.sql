CREATE TABLE "position_scenarios" (
	"position_id" bigint PRIMARY KEY NOT NULL,
	"device_id" text NOT NULL,
	"inputs_hash" text NOT NULL,
	"basis" text NOT NULL,
	"months" integer[] NOT NULL,
	"values" "bytea" NOT NULL,
	"drawn_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "position_scenarios_basis" CHECK ("position_scenarios"."basis" ~ '^0x[0-9a-f]{64}$'),
	CONSTRAINT "position_scenarios_inputs_hash" CHECK ("position_scenarios"."inputs_hash" ~ '^0x[0-9a-f]{64}$'),
	CONSTRAINT "position_scenarios_values" CHECK (octet_length("position_scenarios"."values") % (4 * cardinality("position_scenarios"."months")) = 0)
);
--> statement-breakpoint
CREATE INDEX "position_scenarios_drawn_at_index" ON "position_scenarios" USING btree ("drawn_at");