-- Heartbeats: one partition a month of `at` (UTC). There is no default partition, so that attaching a new month
-- never scans or blocks the others; the insert path and the worker call ensure_heartbeat_partition first.
ALTER TABLE "heartbeats" RENAME TO "heartbeats_plain";--> statement-breakpoint
CREATE TABLE "heartbeats" (LIKE "heartbeats_plain" INCLUDING ALL) PARTITION BY RANGE ("at");--> statement-breakpoint
DROP TABLE "heartbeats_plain";--> statement-breakpoint
DO $$
DECLARE
	found_name name;
BEGIN
	-- LIKE names the primary key anew; give it back the name the schema generator knows
	SELECT conname INTO STRICT found_name FROM pg_constraint WHERE conrelid = 'heartbeats'::regclass AND contype = 'p';
	EXECUTE format('ALTER TABLE "heartbeats" RENAME CONSTRAINT %I TO "heartbeats_device_id_at_pk"', found_name);
END
$$;--> statement-breakpoint
-- Makes the partition of the UTC month that holds `moment`; true when it had to be made. Safe to call from many
-- connections at once. Attaching takes SHARE UPDATE EXCLUSIVE on heartbeats: inserts and reads go on meanwhile.
CREATE FUNCTION "ensure_heartbeat_partition"("moment" timestamptz) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
	first_day timestamptz := date_trunc('month', moment, 'UTC');
	next_month timestamptz := date_trunc('month', first_day + interval '45 days', 'UTC');
	partition_name text := 'heartbeats_' || to_char(first_day AT TIME ZONE 'UTC', '"y"YYYY"m"MM');
BEGIN
	IF first_day IS NULL OR moment < timestamptz '2020-01-01 00:00Z' OR moment >= timestamptz '2100-01-01 00:00Z' THEN
		RAISE EXCEPTION 'no heartbeat partition for %', moment USING ERRCODE = 'datetime_field_overflow';
	END IF;
	IF to_regclass(partition_name) IS NOT NULL THEN
		RETURN false;
	END IF;
	-- the same lock that attaching takes; it also makes this connection see partitions others have just made
	LOCK TABLE "heartbeats" IN SHARE UPDATE EXCLUSIVE MODE;
	IF to_regclass(partition_name) IS NOT NULL THEN
		RETURN false;
	END IF;
	EXECUTE format('CREATE TABLE %I (LIKE "heartbeats" INCLUDING ALL)', partition_name);
	EXECUTE format('ALTER TABLE "heartbeats" ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', partition_name, first_day, next_month);
	RETURN true;
END
$$;--> statement-breakpoint
-- Text search over device metadata: trigrams find parts of words (`ilike '%…%'`, `<->` for nearness).
CREATE EXTENSION IF NOT EXISTS "pg_trgm";--> statement-breakpoint
CREATE FUNCTION "metadata_text"("document" jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT lower(coalesce(document ->> 'name', '') || ' ' || coalesce(document ->> 'hardware', '') || ' ' || coalesce(document ->> 'operator', ''))
$$;--> statement-breakpoint
CREATE INDEX "metadata_documents_text_index" ON "metadata_documents" USING gin (metadata_text("document") gin_trgm_ops);
