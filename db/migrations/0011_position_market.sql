CREATE TABLE "h3_regions" (
	"cell" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	CONSTRAINT "h3_regions_cell" CHECK ("h3_regions"."cell" ~ '^82[0-9a-f]{13}$'),
	CONSTRAINT "h3_regions_region" CHECK ("h3_regions"."region" in ('africa','asia','europe','north-america','south-america','oceania'))
);
--> statement-breakpoint
CREATE TABLE "position_market" (
	"position_id" bigint PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"network" text NOT NULL,
	"network_name" text NOT NULL,
	"category" text,
	"model" text NOT NULL,
	"operator" text,
	"name" text,
	"is_demonstration" boolean NOT NULL,
	"cell" text,
	"region" text,
	"words" text NOT NULL,
	"value" bigint,
	"p5" bigint,
	"p50" bigint,
	"p95" bigint,
	"net_month" numeric,
	"reward" numeric,
	"reward_month" date,
	"reward_basis" text,
	"uptime" double precision,
	"listing_hash" text,
	"price" numeric(78, 0),
	"listing_end" timestamp with time zone,
	"bound" boolean,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "position_market_listing" CHECK (num_nulls("position_market"."listing_hash", "position_market"."price", "position_market"."listing_end", "position_market"."bound") in (0, 4)),
	CONSTRAINT "position_market_window" CHECK ("position_market"."since" < "position_market"."until")
);
--> statement-breakpoint
CREATE INDEX "position_market_words_index" ON "position_market" USING gin ("words" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "position_market_until_index" ON "position_market" USING btree ("until");--> statement-breakpoint
CREATE INDEX "position_market_since_index" ON "position_market" USING btree ("since");--> statement-breakpoint
CREATE INDEX "position_market_network_index" ON "position_market" USING btree ("network");--> statement-breakpoint
-- position_market is kept by the database, in the transaction that changes what a row is made of: whoever writes
-- orders, positions or valuations need not know of it, and whoever reads the market never sees half a change.
CREATE EXTENSION IF NOT EXISTS "unaccent";--> statement-breakpoint
-- The H3 parent of resolution 2: three digits of three bits stay, the rest is ones. NULL for what is no finer cell.
CREATE FUNCTION "h3_parent2"("cell" text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT CASE WHEN cell ~ '^8[2-9a-f][0-9a-f]{13}$'
		THEN '82' || substr(cell, 3, 3) || CASE WHEN substr(cell, 6, 1) < '8' THEN '7' ELSE 'f' END || 'fffffffff' END
$$;--> statement-breakpoint
-- Dollars a month after running cost, at the level of today that a valuation starts from; NULL where it does not say.
CREATE FUNCTION "valuation_net_month"("inputs" jsonb) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT round((inputs #>> '{tokenPrice,value}')::numeric * (inputs #>> '{networkReward,value}')::numeric
		* (inputs #>> '{deviceRatio,value}')::numeric * (inputs #>> '{uptimeFactor,value}')::numeric
		- (inputs #>> '{runningCost,value}')::numeric, 6)
$$;--> statement-breakpoint
-- Share of a device's complete UTC days in service, as the valuation counts them (lib/server/valuations/read-uptime):
-- the last sixty before `today`, from the day after the first report among them; silent days are days out of service.
CREATE FUNCTION "device_uptime"("device" text, "today" date) RETURNS double precision
LANGUAGE sql STABLE PARALLEL SAFE AS $$
	SELECT CASE WHEN today - first - 1 >= 1 THEN later::float8 / ((today - first - 1) * 86400) END
	FROM (
		SELECT min(day) AS first, coalesce(sum(uptime_seconds), 0) - (array_agg(uptime_seconds ORDER BY day))[1] AS later
		FROM heartbeat_days WHERE device_id = device AND day >= today - 60 AND day < today
	) AS days
$$;--> statement-breakpoint
-- The cheapest listing of a position that can be filled at a moment.
CREATE FUNCTION "cheapest_listing"("position_id" bigint, "at" timestamptz)
RETURNS TABLE ("hash" text, "price" numeric, "end_time" timestamptz, "bound" boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
	SELECT o.hash, o.price, o.end_time, o.bound
	FROM orders o JOIN order_states s ON s.order_hash = o.hash
	WHERE o.position_id = cheapest_listing.position_id AND o.kind = 'listing' AND s.status = 'open'
		AND o.start_time <= cheapest_listing.at AND o.end_time > cheapest_listing.at
	ORDER BY o.price, o.hash LIMIT 1
$$;--> statement-breakpoint
-- Brings the rows of these positions to what their tables say now. One refresher at a time: the lock is held until its
-- transaction ends and every statement here reads what was committed before, so the last to write has seen all others.
-- Run by order posters and by the indexer alike; rows of positions that are gone go too.
CREATE FUNCTION "refresh_position_market"("ids" bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	moment timestamptz;
BEGIN
	IF coalesce(cardinality(ids), 0) = 0 THEN
		RETURN;
	END IF;
	PERFORM pg_advisory_xact_lock(1802658157);
	moment := greatest(clock_timestamp(), (SELECT time FROM blocks ORDER BY number DESC LIMIT 1));
	DELETE FROM position_market m
	WHERE m.position_id = ANY (ids) AND NOT EXISTS (SELECT FROM positions p WHERE p.id = m.position_id);
	INSERT INTO position_market AS kept (
		position_id, owner, network, network_name, category, model, operator, name, is_demonstration, cell, region, words,
		value, p5, p50, p95, net_month, reward, reward_month, reward_basis, uptime,
		listing_hash, price, listing_end, bound, since, until)
	SELECT
		p.id, p.owner, p.network, coalesce(n.name, p.network), n.category, p.model, op.slug,
		nullif(trim(d.document ->> 'name'), ''), coalesce(d.document -> 'demonstration' = 'true'::jsonb, false),
		p.cell, r.region,
		unaccent(lower(concat_ws(' ', '#' || p.id, d.document ->> 'name', d.document ->> 'hardware',
			d.document ->> 'operator', p.network, n.name, n.category, n.token, p.model, dm.name,
			replace(r.region, '-', ' '), p.cell))),
		v.value, v.p5, v.p50, v.p95, v.net_month, reward.dollars, reward.month, reward.basis,
		device_uptime(p.device_id, (moment AT TIME ZONE 'UTC')::date),
		listing.hash, listing.price, listing.end_time, listing.bound, edges.since, edges.until
	FROM positions p
	LEFT JOIN networks n ON n.slug = p.network
	LEFT JOIN device_models dm ON dm.slug = p.model
	LEFT JOIN metadata_documents d ON d.hash = p.metadata_hash
	LEFT JOIN h3_regions r ON r.cell = h3_parent2(p.cell)
	LEFT JOIN LATERAL (
		SELECT o.slug FROM operators o JOIN ledger l ON l.account = o.account
		WHERE o.slug = d.document ->> 'operator' AND o.network = p.network AND l.position_id = p.id AND l.kind = 'registered'
		LIMIT 1
	) AS op ON true
	LEFT JOIN LATERAL (
		SELECT w.value, w.p5, w.p50, w.p95, valuation_net_month(w.inputs) AS net_month FROM valuations w
		WHERE w.position_id = p.id AND w.device_id = p.device_id ORDER BY w.created_at DESC, w.id DESC LIMIT 1
	) AS v ON true
	LEFT JOIN LATERAL (
		(SELECT rewards_usd / nodes AS dollars, month, 'operator' AS basis, 1 AS rank FROM operator_months
			WHERE operator_months.operator = op.slug ORDER BY month DESC LIMIT 1)
		UNION ALL
		(SELECT rewards_usd / active_nodes, month, 'network', 2 FROM network_months
			WHERE network_months.network = p.network AND rewards_usd IS NOT NULL AND active_nodes > 0
			ORDER BY month DESC LIMIT 1)
		ORDER BY rank LIMIT 1
	) AS reward ON true
	LEFT JOIN LATERAL cheapest_listing(p.id, moment) AS listing ON true
	CROSS JOIN LATERAL (
		SELECT coalesce(max(edge) FILTER (WHERE edge <= moment), '-infinity') AS since,
			coalesce(min(edge) FILTER (WHERE edge > moment), 'infinity') AS until
		FROM orders o JOIN order_states s ON s.order_hash = o.hash, LATERAL (VALUES (o.start_time), (o.end_time)) AS e(edge)
		WHERE o.position_id = p.id AND o.kind = 'listing' AND s.status = 'open'
	) AS edges
	WHERE p.id = ANY (ids)
	ON CONFLICT (position_id) DO UPDATE SET
		owner = excluded.owner, network = excluded.network, network_name = excluded.network_name,
		category = excluded.category, model = excluded.model, operator = excluded.operator, name = excluded.name,
		is_demonstration = excluded.is_demonstration, cell = excluded.cell, region = excluded.region,
		words = excluded.words, value = excluded.value, p5 = excluded.p5, p50 = excluded.p50, p95 = excluded.p95,
		net_month = excluded.net_month, reward = excluded.reward, reward_month = excluded.reward_month,
		reward_basis = excluded.reward_basis, uptime = excluded.uptime, listing_hash = excluded.listing_hash,
		price = excluded.price, listing_end = excluded.listing_end, bound = excluded.bound,
		since = excluded.since, until = excluded.until;
END
$$;--> statement-breakpoint
CREATE FUNCTION "market_position_changed"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM refresh_position_market(ARRAY(SELECT DISTINCT id FROM changed));
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "market_inserted" AFTER INSERT ON "positions" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_position_changed();--> statement-breakpoint
CREATE TRIGGER "market_updated" AFTER UPDATE ON "positions" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_position_changed();--> statement-breakpoint
CREATE TRIGGER "market_deleted" AFTER DELETE ON "positions" REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_position_changed();--> statement-breakpoint
CREATE FUNCTION "market_positions_truncated"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM position_market;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "market_truncated" AFTER TRUNCATE ON "positions"
FOR EACH STATEMENT EXECUTE FUNCTION market_positions_truncated();--> statement-breakpoint
CREATE FUNCTION "market_rows_changed"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM refresh_position_market(ARRAY(SELECT DISTINCT position_id FROM changed));
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "market_inserted" AFTER INSERT ON "valuations" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_rows_changed();--> statement-breakpoint
CREATE TRIGGER "market_deleted" AFTER DELETE ON "valuations" REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_rows_changed();--> statement-breakpoint
CREATE TRIGGER "market_deleted" AFTER DELETE ON "orders" REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_rows_changed();--> statement-breakpoint
-- who registered a position is written after the position itself
CREATE FUNCTION "market_ledger_written"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM refresh_position_market(ARRAY(SELECT DISTINCT position_id FROM changed WHERE kind = 'registered'));
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "market_inserted" AFTER INSERT ON "ledger" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_ledger_written();--> statement-breakpoint
CREATE FUNCTION "market_order_judged"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		PERFORM refresh_position_market(ARRAY(
			SELECT DISTINCT o.position_id FROM changed JOIN orders o ON o.hash = changed.order_hash
			WHERE o.kind = 'listing' AND changed.status = 'open'));
	ELSE
		PERFORM refresh_position_market(ARRAY(
			SELECT DISTINCT o.position_id FROM changed JOIN before USING (order_hash) JOIN orders o ON o.hash = changed.order_hash
			WHERE o.kind = 'listing' AND changed.status <> before.status AND 'open' IN (changed.status, before.status)));
	END IF;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "market_inserted" AFTER INSERT ON "order_states" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_order_judged();--> statement-breakpoint
CREATE TRIGGER "market_updated" AFTER UPDATE ON "order_states" REFERENCING OLD TABLE AS before NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_order_judged();--> statement-breakpoint
CREATE INDEX "positions_metadata_hash_index" ON "positions" USING btree ("metadata_hash");--> statement-breakpoint
CREATE FUNCTION "market_document_written"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM refresh_position_market(ARRAY(
		SELECT p.id FROM positions p JOIN changed ON changed.hash = p.metadata_hash));
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "market_inserted" AFTER INSERT ON "metadata_documents" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_document_written();--> statement-breakpoint
-- Public figures and names change by the file: the positions of the networks whose rows are not what they were.
CREATE FUNCTION "market_network_changed"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
	slugs text[];
BEGIN
	IF TG_OP = 'INSERT' THEN
		EXECUTE format('SELECT array_agg(DISTINCT %I) FROM changed', TG_ARGV[0]) INTO slugs;
	ELSE
		EXECUTE format('SELECT array_agg(DISTINCT %I) FROM (SELECT * FROM changed EXCEPT SELECT * FROM before) AS other', TG_ARGV[0])
		INTO slugs;
	END IF;
	IF TG_TABLE_NAME = 'operator_months' THEN
		slugs := ARRAY(SELECT DISTINCT o.network FROM operators o WHERE o.slug = ANY (slugs));
	END IF;
	PERFORM refresh_position_market(ARRAY(SELECT id FROM positions WHERE network = ANY (slugs)));
	RETURN NULL;
END
$$;--> statement-breakpoint
DO $$
DECLARE
	named record;
BEGIN
	FOR named IN SELECT * FROM (VALUES ('networks', 'slug'), ('network_months', 'network'), ('operators', 'network'),
		('operator_months', 'operator'), ('device_models', 'network')) AS t(name, key)
	LOOP
		EXECUTE format('CREATE TRIGGER market_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
			FOR EACH STATEMENT EXECUTE FUNCTION market_network_changed(%L)', named.name, named.key);
		EXECUTE format('CREATE TRIGGER market_updated AFTER UPDATE ON %I REFERENCING OLD TABLE AS before NEW TABLE AS changed
			FOR EACH STATEMENT EXECUTE FUNCTION market_network_changed(%L)', named.name, named.key);
	END LOOP;
END
$$;--> statement-breakpoint
CREATE FUNCTION "market_regions_changed"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM refresh_position_market(ARRAY(
		SELECT p.id FROM positions p JOIN changed ON changed.cell = h3_parent2(p.cell)
		JOIN position_market m ON m.position_id = p.id WHERE m.region IS DISTINCT FROM changed.region));
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "market_inserted" AFTER INSERT ON "h3_regions" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_regions_changed();--> statement-breakpoint
CREATE TRIGGER "market_updated" AFTER UPDATE ON "h3_regions" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION market_regions_changed();--> statement-breakpoint
SELECT refresh_position_market(ARRAY(SELECT id FROM positions));
