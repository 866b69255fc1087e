package derrick.migrations.catalog.reader;

/** Queries of policies, rules, statistics, settings and other parts of tables and views. */
final class TableDetailQueries {
    static final CatalogQuery ALL = new CatalogQuery("""
            WITH owner AS (
                SELECT pg_class.oid, relname, relkind, relrowsecurity, relforcerowsecurity, relreplident,
                    relispartition,
                    pg_class.oid::regclass::text AS name
                FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE relkind IN ('r', 'p', 'v', 'm', 'c', 'f', 'S', 'i')
                    AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
            ), item (type, name, attributes, creates, drops, target, comment, id) AS (
                SELECT
                    'policy', format('%s.%I', name, polname), ARRAY['definition', definition],
                    ARRAY[format('CREATE POLICY %I ON %s %s', polname, name, definition)],
                    ARRAY[format('DROP POLICY %I ON %s', polname, name)], format('POLICY %I ON %s', polname, name),
                    obj_description(pg_policy.oid, 'pg_policy'), owner.oid
                FROM pg_policy JOIN owner ON owner.oid = polrelid,
                    LATERAL (SELECT concat_ws(
                        ' ', 'AS', CASE WHEN polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END, 'FOR',
                        CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                            WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
                        'TO', (
                            SELECT string_agg(
                                CASE role WHEN 0 THEN 'PUBLIC' ELSE role::regrole::text END, ', '
                                ORDER BY role::regrole::text)
                            FROM unnest(polroles) AS role),
                        'USING (' || pg_get_expr(polqual, polrelid, true) || ')',
                        'WITH CHECK (' || pg_get_expr(polwithcheck, polrelid, true) || ')')) AS printed (definition)
                UNION ALL
                SELECT
                    'row security of', name,
                    ARRAY['state', concat_ws(
                        ', ', CASE WHEN relrowsecurity THEN 'enabled' END,
                        CASE WHEN relforcerowsecurity THEN 'forced' END)],
                    array_remove(ARRAY[
                        CASE WHEN relrowsecurity THEN format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name) END,
                        CASE WHEN relforcerowsecurity THEN format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name) END],
                        NULL),
                    array_remove(ARRAY[
                        CASE WHEN relrowsecurity THEN format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', name) END,
                        CASE WHEN relforcerowsecurity
                            THEN format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', name) END], NULL),
                    NULL, NULL, oid
                FROM owner WHERE relrowsecurity OR relforcerowsecurity
                UNION ALL
                SELECT
                    type, format('%s.%I', name, part), ARRAY['definition', definition] || CASE WHEN state IS NULL
                        THEN '{}' ELSE ARRAY['firing', state] END,
                    array_remove(ARRAY[definition, 'ALTER TABLE ' || name || ' ' || state || ' ' || upper(type) || ' '
                        || quote_ident(part)], NULL),
                    ARRAY[format('DROP %s %I ON %s', upper(type), part, name)],
                    format('%s %I ON %s', upper(type), part, name), comment, owner.oid
                FROM (
                        SELECT 'rule', rulename, ev_class, rtrim(pg_get_ruledef(oid, true), ';'), ev_enabled,
                            obj_description(oid, 'pg_rewrite')
                        FROM pg_rewrite WHERE rulename <> '_RETURN'
                        UNION ALL
                        SELECT 'trigger', tgname, tgrelid, pg_get_triggerdef(oid, true), tgenabled,
                            obj_description(oid, 'pg_trigger')
                        FROM pg_trigger WHERE NOT tgisinternal
                    ) AS printed (type, part, relation, definition, enabled, comment)
                    JOIN owner ON owner.oid = relation AND (type = 'rule' OR relkind IN ('v', 'f')),
                    LATERAL (SELECT CASE enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA'
                        WHEN 'A' THEN 'ENABLE ALWAYS' END) AS firing (state)
                UNION ALL
                SELECT
                    'firing of trigger', format('%s.%I', name, child.tgname), ARRAY['firing', own_firing],
                    ARRAY[format('ALTER TABLE %s %s TRIGGER %I', name, own_firing, child.tgname)],
                    ARRAY[format('ALTER TABLE %s %s TRIGGER %I', name, parent_firing, child.tgname)], NULL, NULL,
                    owner.oid
                FROM pg_trigger AS child
                    JOIN pg_trigger AS parent ON parent.oid = child.tgparentid
                    JOIN owner ON owner.oid = child.tgrelid,
                    LATERAL (SELECT
                        CASE child.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA'
                            WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END,
                        CASE parent.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA'
                            WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END) AS printed (own_firing, parent_firing)
                WHERE child.tgenabled <> parent.tgenabled AND NOT child.tgisinternal
                UNION ALL
                SELECT
                    'storage of index', name, ARRAY['storage', storage],
                    ARRAY[format('ALTER INDEX %s SET (%s)', name, storage)],
                    ARRAY[format('ALTER INDEX %s RESET (%s)', name, regexp_replace(storage, '=[^,]*', '', 'g'))],
                    NULL, NULL, owner.oid
                FROM owner
                    JOIN pg_class ON pg_class.oid = owner.oid
                    JOIN pg_constraint ON conindid = owner.oid AND contype IN ('p', 'u', 'x'),
                    LATERAL (SELECT string_agg(option, ', ' ORDER BY option) FROM unnest(reloptions) AS option
                    ) AS printed (storage)
                WHERE storage IS NOT NULL
                UNION ALL
                SELECT
                    'statistics', object.name, ARRAY['definition', definition] || CASE WHEN target IS NULL THEN '{}'
                        ELSE ARRAY['target', target] END,
                    array_remove(ARRAY[definition, 'ALTER STATISTICS ' || object.name || ' SET STATISTICS ' || target],
                        NULL),
                    ARRAY['DROP STATISTICS ' || object.name], 'STATISTICS ' || object.name,
                    obj_description(pg_statistic_ext.oid, 'pg_statistic_ext'), owner.oid
                FROM pg_statistic_ext JOIN owner ON owner.oid = stxrelid
                    JOIN pg_namespace ON pg_namespace.oid = stxnamespace,
                    LATERAL (SELECT CASE WHEN nspname = current_schema() THEN quote_ident(stxname)
                        ELSE format('%I.%I', nspname, stxname) END) AS object (name),
                    LATERAL (SELECT
                        replace(
                            pg_get_statisticsobjdef(pg_statistic_ext.oid), format('%I.%I', nspname, stxname),
                            object.name),
                        nullif(to_jsonb(pg_statistic_ext) ->> 'stxstattarget', '-1')) AS printed (definition, target)
                UNION ALL
                SELECT
                    'replica identity of', name, ARRAY['identity', identity],
                    ARRAY[format('ALTER TABLE %s REPLICA IDENTITY %s', name, identity)],
                    ARRAY[format('ALTER TABLE %s REPLICA IDENTITY DEFAULT', name)], NULL, NULL, oid
                FROM owner,
                    LATERAL (SELECT CASE relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' ELSE (
                        SELECT 'USING INDEX ' || quote_ident(relname) FROM pg_index JOIN pg_class
                            ON pg_class.oid = indexrelid
                        WHERE indrelid = owner.oid AND indisreplident) END) AS printed (identity)
                WHERE relkind IN ('r', 'p') AND relreplident <> 'd' AND identity IS NOT NULL
                UNION ALL
                SELECT
                    'clustering of', name, ARRAY['index', quote_ident(pg_class.relname)],
                    ARRAY[format('ALTER TABLE %s CLUSTER ON %I', name, pg_class.relname)],
                    ARRAY[format('ALTER TABLE %s SET WITHOUT CLUSTER', name)], NULL, NULL, owner.oid
                FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN owner ON owner.oid = indrelid
                WHERE indisclustered
                UNION ALL
                SELECT
                    'settings of', format('%s.%I', name, pg_attribute.attname),
                    ARRAY['settings', concat_ws(', ', 'statistics ' || target, 'storage ' || storage, 'compression '
                        || compression, options)],
                    array_remove(ARRAY[
                        start || 'SET STATISTICS ' || target, start || 'SET STORAGE ' || storage,
                        start || 'SET COMPRESSION ' || compression, start || 'SET (' || options || ')'], NULL),
                    array_remove(ARRAY[
                        CASE WHEN target IS NOT NULL THEN start || 'SET STATISTICS -1' END,
                        CASE WHEN storage IS NOT NULL THEN start || 'SET STORAGE ' || default_storage END,
                        CASE WHEN compression IS NOT NULL THEN start || 'SET COMPRESSION default' END,
                        start || 'RESET (' || regexp_replace(options, '=[^,]*', '', 'g') || ')'], NULL),
                    NULL, NULL, owner.oid
                FROM pg_attribute
                    JOIN owner ON owner.oid = attrelid
                    JOIN pg_type ON pg_type.oid = atttypid
                    LEFT JOIN pg_inherits ON inhrelid = attrelid AND relispartition
                    LEFT JOIN pg_attribute AS parent ON parent.attrelid = inhparent
                        AND parent.attname = pg_attribute.attname,
                    LATERAL (SELECT
                        CASE WHEN relkind = 'i' THEN format('ALTER INDEX %s ALTER COLUMN %s ', name,
                            pg_attribute.attnum)
                            ELSE format('ALTER TABLE %s ALTER COLUMN %I ', name, pg_attribute.attname) END,
                        nullif(pg_attribute.attstattarget, -1),
                        CASE WHEN pg_attribute.attstorage <> coalesce(parent.attstorage, typstorage) THEN
                            CASE pg_attribute.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
                                WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END,
                        CASE coalesce(parent.attstorage, typstorage) WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
                            WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END,
                        CASE WHEN pg_attribute.attcompression IS DISTINCT FROM coalesce(parent.attcompression, '') THEN
                            CASE pg_attribute.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END END,
                        (
                            SELECT string_agg(option, ', ' ORDER BY option) FROM unnest(pg_attribute.attoptions)
                                AS option
                            WHERE option ~ '^n_distinct(_inherited)?=')
                    ) AS printed (start, target, storage, default_storage, compression, options)
                WHERE relkind IN ('r', 'p', 'm', 'f', 'i') AND pg_attribute.attnum > 0 AND NOT pg_attribute.attisdropped
                    AND (relkind <> 'i' OR target IS NOT NULL)
                    AND num_nonnulls(target::text, storage, compression, options) > 0
                UNION ALL
                SELECT
                    'default of', format('%s.%I', name, attname), ARRAY['default', pg_get_expr(adbin, adrelid, true)],
                    ARRAY[format(
                        'ALTER VIEW %s ALTER COLUMN %I SET DEFAULT %s', name, attname,
                        pg_get_expr(adbin, adrelid, true))],
                    ARRAY[format('ALTER VIEW %s ALTER COLUMN %I DROP DEFAULT', name, attname)], NULL, NULL, owner.oid
                FROM pg_attrdef JOIN owner ON owner.oid = adrelid
                    JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
                WHERE relkind = 'v'
                UNION ALL
                SELECT
                    'comment of column', format('%s.%I', name, attname), ARRAY['comment', description],
                    ARRAY[format('COMMENT ON COLUMN %s.%I IS %L', name, attname, description)],
                    ARRAY[format('COMMENT ON COLUMN %s.%I IS NULL', name, attname)], NULL, NULL, owner.oid
                FROM pg_description JOIN owner ON owner.oid = objoid
                    JOIN pg_attribute ON attrelid = objoid AND attnum = objsubid
                WHERE classoid = 'pg_class'::regclass AND objsubid > 0 AND relkind IN ('v', 'm', 'c', 'f')
                UNION ALL
                SELECT
                    'name of the sequence of', format('%s.%I', relation.name, attname), ARRAY['name', sequence.name],
                    ARRAY[format('ALTER SEQUENCE %s RENAME TO %I', standard.name, sequence.relname)],
                    ARRAY[format('ALTER SEQUENCE %s RENAME TO %I', sequence.name, standard.unquoted)], NULL, NULL,
                    relation.oid
                FROM pg_depend
                    JOIN owner AS sequence ON sequence.oid = objid AND sequence.relkind = 'S'
                    JOIN owner AS relation ON relation.oid = refobjid
                    JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
                    JOIN pg_class ON pg_class.oid = sequence.oid,
                    LATERAL (SELECT
                        format('%s_%s_seq', relation.relname, attname),
                        CASE WHEN relnamespace = current_schema()::regnamespace
                            THEN quote_ident(format('%s_%s_seq', relation.relname, attname))
                            ELSE format('%s.%I', relnamespace::regnamespace,
                                format('%s_%s_seq', relation.relname, attname))
                            END) AS standard (unquoted, name)
                WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass AND deptype = 'i'
                    AND sequence.relname <> standard.unquoted AND octet_length(standard.unquoted) < 64
                UNION ALL
                SELECT
                    'comment of index', name, ARRAY['comment', description],
                    ARRAY[format('COMMENT ON INDEX %s IS %L', name, description)],
                    ARRAY[format('COMMENT ON INDEX %s IS NULL', name)], NULL, NULL, owner.oid
                FROM pg_description JOIN owner ON owner.oid = objoid
                    JOIN pg_constraint ON conindid = owner.oid AND contype IN ('p', 'u', 'x')
                WHERE classoid = 'pg_class'::regclass AND objsubid = 0 AND relkind = 'i'
                UNION ALL
                SELECT
                    'comment of sequence', name, ARRAY['comment', description],
                    ARRAY[format('COMMENT ON SEQUENCE %s IS %L', name, description)],
                    ARRAY[format('COMMENT ON SEQUENCE %s IS NULL', name)], NULL, NULL, owner.oid
                FROM pg_description JOIN owner ON owner.oid = objoid
                WHERE classoid = 'pg_class'::regclass AND objsubid = 0 AND relkind = 'S' AND EXISTS (
                    SELECT FROM pg_depend
                    WHERE classid = 'pg_class'::regclass AND objid = owner.oid AND refclassid = 'pg_class'::regclass
                        AND deptype IN ('a', 'i'))
            )
            SELECT type, name, attributes, creates, drops, target, comment
            FROM item
            WHERE NOT EXISTS (
                SELECT FROM pg_depend
                WHERE classid = 'pg_class'::regclass AND objid = item.id AND deptype = 'e')
            ORDER BY type, name COLLATE "C"
            """);

    private TableDetailQueries() {}
}
