CREATE TABLE "registration_batch_rows" (
	"batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"device_id" text,
	"key_type" text,
	"key_x" text,
	"key_y" text,
	"registration_id" uuid,
	"refusal" text,
	CONSTRAINT "registration_batch_rows_batch_id_line_pk" PRIMARY KEY("batch_id","line"),
	CONSTRAINT "registration_batch_rows_line" CHECK ("registration_batch_rows"."line" > 0),
	CONSTRAINT "registration_batch_rows_key_type" CHECK ("registration_batch_rows"."key_type" in ('secp256k1','p256')),
	CONSTRAINT "registration_batch_rows_whole" CHECK (num_nulls("registration_batch_rows"."device_id","registration_batch_rows"."key_type","registration_batch_rows"."key_x","registration_batch_rows"."key_y","registration_batch_rows"."registration_id") = case when jsonb_array_length("registration_batch_rows"."problems") = 0 then 0 else 5 end)
);
--> statement-breakpoint
CREATE TABLE "registration_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "registration_batches_owner" CHECK ("registration_batches"."owner" ~ '^0x[0-9a-f]{40}$')
);
--> statement-breakpoint
ALTER TABLE "registration_batch_rows" ADD CONSTRAINT "registration_batch_rows_batch_id_registration_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."registration_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_batch_rows" ADD CONSTRAINT "registration_batch_rows_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registration_batch_rows_registration_id_index" ON "registration_batch_rows" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "registration_batches_owner_created_at_index" ON "registration_batches" USING btree ("owner","created_at");