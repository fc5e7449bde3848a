-- A month's rewards in dollars as far as they can be trusted: the rule of lib/market/published-rewards, for queries.
CREATE FUNCTION "published_dollars"("tokens" numeric, "price" numeric, "usd" numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT CASE
		WHEN usd IS NULL THEN tokens * price
		WHEN usd = 0 AND tokens IS NULL THEN NULL
		WHEN tokens > 0 AND abs(usd / tokens - 1) < 0.005 AND abs(price - 1) > 0.05 THEN tokens * price
		ELSE usd
	END
$$;--> statement-breakpoint
-- As before, but for a network's reward per node, which is made of these dollars.
CREATE OR REPLACE FUNCTION "refresh_position_market"("ids" bigint[]) RETURNS void
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
		(SELECT published_dollars(reward_tokens, token_price_usd, rewards_usd) / active_nodes, month, 'network', 2
			FROM network_months
			WHERE network_months.network = p.network AND active_nodes > 0
				AND published_dollars(reward_tokens, token_price_usd, rewards_usd) IS NOT NULL
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
SELECT refresh_position_market(array_agg(position_id)) FROM position_market
WHERE network IN (
	SELECT network FROM network_months
	WHERE published_dollars(reward_tokens, token_price_usd, rewards_usd) IS DISTINCT FROM rewards_usd
);
