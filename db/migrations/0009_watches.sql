CREATE TABLE "notifications" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"position_id" bigint NOT NULL,
	"event_key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"price" numeric(78, 0),
	"order_hash" text,
	"transaction_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_once" UNIQUE("account","kind","event_key"),
	CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('price','listed','sold','silent','offer')),
	CONSTRAINT "notifications_account" CHECK ("notifications"."account" ~ '^0x[0-9a-f]{40}$')
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account" text NOT NULL,
	"position_id" bigint,
	"below" numeric(78, 0),
	"listed" boolean NOT NULL,
	"sold" boolean NOT NULL,
	"silent" boolean NOT NULL,
	"offered" boolean NOT NULL,
	"since_block" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "watches_one_a_position" UNIQUE NULLS NOT DISTINCT("account","position_id"),
	CONSTRAINT "watches_below" CHECK ("watches"."below" > 0),
	CONSTRAINT "watches_account" CHECK ("watches"."account" ~ '^0x[0-9a-f]{40}$')
);
--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"delivery_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" integer,
	"error" text,
	"milliseconds" integer NOT NULL,
	CONSTRAINT "webhook_attempts_answer" CHECK (num_nonnulls("webhook_attempts"."status", "webhook_attempts"."error") = 1)
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"webhook_id" uuid NOT NULL,
	"notification" bigint,
	"payload" jsonb NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_status" CHECK ("webhook_deliveries"."status" in ('pending','delivered','failed')),
	CONSTRAINT "webhook_deliveries_done" CHECK (("webhook_deliveries"."status" = 'pending') = ("webhook_deliveries"."done_at" is null))
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account" text NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "webhooks_account" CHECK ("webhooks"."account" ~ '^0x[0-9a-f]{40}$')
);
--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_webhook_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."webhook_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_notification_notifications_seq_fk" FOREIGN KEY ("notification") REFERENCES "public"."notifications"("seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_account_seq_index" ON "notifications" USING btree ("account","seq");--> statement-breakpoint
CREATE INDEX "watches_position_id_index" ON "watches" USING btree ("position_id");--> statement-breakpoint
CREATE INDEX "webhook_attempts_delivery_id_seq_index" ON "webhook_attempts" USING btree ("delivery_id","seq");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_webhook_id_created_at_index" ON "webhook_deliveries" USING btree ("webhook_id","created_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_notification_index" ON "webhook_deliveries" USING btree ("notification");--> statement-breakpoint
CREATE INDEX "webhooks_account_index" ON "webhooks" USING btree ("account");