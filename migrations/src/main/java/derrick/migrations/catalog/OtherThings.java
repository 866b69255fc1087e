package derrick.migrations.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Reads what a schema has beside the kinds that have a form of their own here, so that no difference goes unseen. */
final class OtherThings {
    /** Some definitions name the schema whatever the search path; for two schemas to compare it is left out. */
    private static final Query ALL = new Query("""
            WITH here AS (
                SELECT oid, quote_ident(nspname) || '.' AS prefix FROM pg_namespace WHERE nspname = current_schema()
            ), thing (what, name, definition, classid, objid) AS (
                SELECT
                    'policy', format('%s.%s', relname, polname),
                    concat_ws(
                        ' ', CASE WHEN polpermissive THEN 'permissive' ELSE 'restrictive' END, 'for', polcmd, 'to',
                        (SELECT string_agg(role::regrole::text, ', ' ORDER BY role) FROM unnest(polroles) AS role),
                        'using ' || pg_get_expr(polqual, polrelid),
                        'with check ' || pg_get_expr(polwithcheck, polrelid)),
                    'pg_class'::regclass, polrelid
                FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid JOIN here ON here.oid = relnamespace
                UNION ALL
                SELECT
                    'row security of', relname,
                    concat_ws(
                        ', ', CASE WHEN relrowsecurity THEN 'enabled' END,
                        CASE WHEN relforcerowsecurity THEN 'forced' END),
                    'pg_class'::regclass, pg_class.oid
                FROM pg_class JOIN here ON here.oid = relnamespace WHERE relrowsecurity OR relforcerowsecurity
                UNION ALL
                SELECT
                    'rule', format('%s.%s', relname, rulename), replace(pg_get_ruledef(pg_rewrite.oid), prefix, ''),
                    'pg_class'::regclass, ev_class
                FROM pg_rewrite JOIN pg_class ON pg_class.oid = ev_class JOIN here ON here.oid = relnamespace
                WHERE rulename <> '_RETURN'
                UNION ALL
                SELECT
                    'trigger', format('%s.%s', relname, tgname),
                    replace(pg_get_triggerdef(pg_trigger.oid), prefix, ''), 'pg_class'::regclass, tgrelid
                FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid JOIN here ON here.oid = relnamespace
                WHERE relkind NOT IN ('r', 'p') AND NOT tgisinternal
                UNION ALL
                SELECT
                    'domain', typname,
                    concat_ws(
                        ' ', format_type(typbasetype, typtypmod), 'default ' || typdefault,
                        CASE WHEN typnotnull THEN 'not null' END, (
                            SELECT string_agg(format('%I %s', conname, pg_get_constraintdef(oid)), ' ' ORDER BY conname)
                            FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c')),
                    'pg_type'::regclass, pg_type.oid
                FROM pg_type JOIN here ON here.oid = typnamespace WHERE typtype = 'd'
                UNION ALL
                SELECT
                    'type', relname, (
                        SELECT string_agg(
                            format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum)
                        FROM pg_attribute WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped),
                    'pg_type'::regclass, reltype
                FROM pg_class JOIN here ON here.oid = relnamespace WHERE relkind = 'c'
                UNION ALL
                SELECT 'type', typname, 'range of ' || format_type(rngsubtype, NULL), 'pg_type'::regclass, pg_type.oid
                FROM pg_range JOIN pg_type ON pg_type.oid = rngtypid JOIN here ON here.oid = typnamespace
                UNION ALL
                SELECT
                    'aggregate', format('%s(%s)', proname, pg_get_function_identity_arguments(pg_proc.oid)),
                    concat_ws(
                        ' ', aggkind, aggtransfn, format_type(aggtranstype, NULL), agginitval, aggfinalfn, aggcombinefn,
                        aggmtransfn, aggminvtransfn),
                    'pg_proc'::regclass, pg_proc.oid
                FROM pg_aggregate JOIN pg_proc ON pg_proc.oid = aggfnoid JOIN here ON here.oid = pronamespace
                UNION ALL
                SELECT
                    'statistics', stxname, replace(pg_get_statisticsobjdef(pg_statistic_ext.oid), prefix, ''),
                    'pg_class'::regclass, stxrelid
                FROM pg_statistic_ext JOIN here ON here.oid = stxnamespace
                UNION ALL
                SELECT
                    'collation', collname,
                    (to_jsonb(pg_collation)
                        - ARRAY['oid', 'collname', 'collnamespace', 'collowner', 'collversion'])::text,
                    'pg_collation'::regclass, pg_collation.oid
                FROM pg_collation JOIN here ON here.oid = collnamespace
                UNION ALL
                SELECT
                    'operator', format('%s (%s, %s)', oprname, oprleft::regtype, oprright::regtype),
                    concat_ws(' ', oprcode, oprresult::regtype, oprcom::regoper, oprnegate::regoper),
                    'pg_operator'::regclass, pg_operator.oid
                FROM pg_operator JOIN here ON here.oid = oprnamespace
                UNION ALL
                SELECT 'operator class', opcname, opcintype::regtype::text, 'pg_opclass'::regclass, pg_opclass.oid
                FROM pg_opclass JOIN here ON here.oid = opcnamespace
                UNION ALL
                SELECT 'text search configuration', cfgname, cfgparser::text, 'pg_ts_config'::regclass, pg_ts_config.oid
                FROM pg_ts_config JOIN here ON here.oid = cfgnamespace
                UNION ALL
                SELECT 'foreign table', relname, '', 'pg_class'::regclass, pg_class.oid
                FROM pg_class JOIN here ON here.oid = relnamespace WHERE relkind = 'f'
                UNION ALL
                SELECT
                    'inheritance of', relname, string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno),
                    'pg_class'::regclass, inhrelid
                FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid JOIN here ON here.oid = relnamespace
                WHERE relkind = 'r' AND NOT relispartition GROUP BY relname, inhrelid
                UNION ALL
                SELECT 'replica identity of', relname, relreplident::text, 'pg_class'::regclass, pg_class.oid
                FROM pg_class JOIN here ON here.oid = relnamespace
                WHERE relkind IN ('r', 'p') AND NOT relispartition AND relreplident <> 'd'
                UNION ALL
                SELECT 'clustering of', relname, indexrelid::regclass::text, 'pg_class'::regclass, indrelid
                FROM pg_index JOIN pg_class ON pg_class.oid = indrelid JOIN here ON here.oid = relnamespace
                WHERE indisclustered AND NOT relispartition
                UNION ALL
                SELECT
                    'settings of', format('%s.%s', relname, attname),
                    concat_ws(
                        ', ', 'statistics ' || nullif(attstattarget, -1),
                        CASE WHEN attstorage <> typstorage THEN 'storage ' || attstorage::text END,
                        'compression ' || nullif(attcompression::text, ''), array_to_string(attoptions, ', ')),
                    'pg_class'::regclass, attrelid
                FROM pg_attribute
                    JOIN pg_class ON pg_class.oid = attrelid
                    JOIN pg_type ON pg_type.oid = atttypid
                    JOIN here ON here.oid = relnamespace
                WHERE relkind IN ('r', 'p') AND NOT relispartition AND attnum > 0 AND NOT attisdropped
                    AND (
                        coalesce(attstattarget, -1) <> -1 OR attstorage <> typstorage OR attcompression <> ''
                        OR attoptions IS NOT NULL)
            )
            SELECT what || ' ' || name AS name, definition
            FROM thing
            WHERE NOT EXISTS (
                SELECT FROM pg_depend
                WHERE pg_depend.classid = thing.classid AND pg_depend.objid = thing.objid AND deptype = 'e')
            ORDER BY name COLLATE "C"
            """);

    private OtherThings() {}

    /** Each by its kind and name. */
    static Map<String, Other> of(Connection connection) throws SQLException {
        return ALL.byName(connection, row -> new Other(row.getString("name"), row.getString("definition")));
    }
}
