CREATE TABLE "reassignments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position_id" bigint NOT NULL,
	"owner" text NOT NULL,
	"network" text NOT NULL,
	"model" text NOT NULL,
	"cell" text,
	"place_commitment" text,
	"metadata_hash" text NOT NULL,
	"device_id" text NOT NULL,
	"nonce" numeric(78, 0) NOT NULL,
	"deadline" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'challenged' NOT NULL,
	"key_type" text,
	"key_x" text,
	"key_y" text,
	"device_signature" text,
	"attester" text,
	"attester_signature" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attested_at" timestamp with time zone,
	CONSTRAINT "reassignments_key_type" CHECK ("reassignments"."key_type" in ('secp256k1','p256')),
	CONSTRAINT "reassignments_cell" CHECK ("reassignments"."cell" ~ '^85[0-9a-f]{13}$'),
	CONSTRAINT "reassignments_nonce" CHECK ("reassignments"."nonce" > 0),
	CONSTRAINT "reassignments_status" CHECK ("reassignments"."status" in ('challenged','attested')),
	CONSTRAINT "reassignments_proof_complete" CHECK (num_nulls("reassignments"."key_type","reassignments"."key_x","reassignments"."key_y","reassignments"."device_signature","reassignments"."attester","reassignments"."attester_signature","reassignments"."attested_at") = case "reassignments"."status" when 'attested' then 0 else 7 end),
	CONSTRAINT "reassignments_device" CHECK ("reassignments"."device_id" ~ '^0x[0-9a-f]{64}$'),
	CONSTRAINT "reassignments_owner" CHECK ("reassignments"."owner" ~ '^0x[0-9a-f]{40}$')
);
--> statement-breakpoint
ALTER TABLE "reassignments" ADD CONSTRAINT "reassignments_model" FOREIGN KEY ("network","model") REFERENCES "public"."device_models"("network","slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reassignments_position_id_created_at_index" ON "reassignments" USING btree ("position_id","created_at");