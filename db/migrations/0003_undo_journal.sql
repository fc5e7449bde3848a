-- Undo journal of the tables the indexer updates in place. While `hotswap.block` is set (transaction-local), every
-- change of a row leaves its before-image under that block; unset, nothing is kept: blocks beyond undoing need none.
-- Arguments of the trigger: the columns of the primary key.
CREATE FUNCTION "keep_before_image"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
	block bigint := nullif(current_setting('hotswap.block', true), '')::bigint;
	before jsonb;
	image jsonb;
BEGIN
	IF block IS NULL THEN
		RETURN NULL;
	END IF;
	IF TG_OP <> 'INSERT' THEN
		before := to_jsonb(OLD);
	END IF;
	image := coalesce(before, to_jsonb(NEW));
	INSERT INTO undo_journal (block_number, table_name, key, before)
	VALUES (block, TG_TABLE_NAME, (SELECT jsonb_object_agg(name, image -> name) FROM unnest(TG_ARGV) AS name), before);
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "keep_before_image" AFTER INSERT OR UPDATE OR DELETE ON "positions"
FOR EACH ROW EXECUTE FUNCTION keep_before_image('id');--> statement-breakpoint
CREATE TRIGGER "keep_before_image" AFTER INSERT OR UPDATE OR DELETE ON "operator_approvals"
FOR EACH ROW EXECUTE FUNCTION keep_before_image('owner', 'operator');--> statement-breakpoint
CREATE TRIGGER "keep_before_image" AFTER INSERT OR UPDATE OR DELETE ON "token_approvals"
FOR EACH ROW EXECUTE FUNCTION keep_before_image('position_id');--> statement-breakpoint
CREATE TRIGGER "keep_before_image" AFTER INSERT OR UPDATE OR DELETE ON "balances"
FOR EACH ROW EXECUTE FUNCTION keep_before_image('account');--> statement-breakpoint
CREATE TRIGGER "keep_before_image" AFTER INSERT OR UPDATE OR DELETE ON "allowances"
FOR EACH ROW EXECUTE FUNCTION keep_before_image('owner', 'spender');--> statement-breakpoint
CREATE TRIGGER "keep_before_image" AFTER INSERT OR UPDATE OR DELETE ON "counters"
FOR EACH ROW EXECUTE FUNCTION keep_before_image('offerer');--> statement-breakpoint
-- Takes the chain-derived tables back to what they were right after block `target`, and forgets the blocks after it.
-- The oldest before-image of each row after `target` is what the row was then. Refuses to go below the finality line,
-- for which there is no journal. order_states is not touched: its rows are judged again by the caller.
CREATE FUNCTION "undo_blocks_after"("target" bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	finalized bigint := (SELECT finalized_block FROM chain_meta);
	changed record;
	keys_match text;
BEGIN
	IF target < finalized THEN
		RAISE EXCEPTION 'block % is below the finality line %', target, finalized USING ERRCODE = 'data_exception';
	END IF;
	PERFORM set_config('hotswap.block', '', true);
	FOR changed IN
		SELECT DISTINCT ON (table_name) table_name, key FROM undo_journal WHERE block_number > target ORDER BY table_name
	LOOP
		SELECT string_agg(format('t.%1$I = k.%1$I', name), ' AND ') INTO keys_match FROM jsonb_object_keys(changed.key) AS name;
		EXECUTE format(
			'DELETE FROM %1$I t USING (SELECT DISTINCT key FROM undo_journal WHERE block_number > $1 AND table_name = %1$L) j,
			 LATERAL jsonb_populate_record(NULL::%1$I, j.key) k WHERE %2$s',
			changed.table_name, keys_match) USING target;
		EXECUTE format(
			'INSERT INTO %1$I SELECT (jsonb_populate_record(NULL::%1$I, j.before)).* FROM
			 (SELECT DISTINCT ON (key) before FROM undo_journal WHERE block_number > $1 AND table_name = %1$L ORDER BY key, seq) j
			 WHERE j.before IS NOT NULL',
			changed.table_name) USING target;
	END LOOP;
	DELETE FROM undo_journal WHERE block_number > target;
	DELETE FROM blocks WHERE number > target;
END
$$;
