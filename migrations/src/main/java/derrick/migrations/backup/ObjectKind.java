package derrick.migrations.backup;

import java.util.Locale;

/**
 * What a database consists of besides rows, in an order in which it can be made. Each query gives the name of a thing,
 * the SQL that makes it, the SQL that takes it away if it keeps rows out, its place in the catalogs, and its schema.
 * Names come with their schemas as long as the search path is {@code pg_catalog}.
 */
enum ObjectKind {
    SCHEMA("""
            SELECT nspname, format('CREATE SCHEMA %I', nspname), NULL, 'pg_namespace'::regclass, oid, oid
            FROM pg_namespace
            """),
    EXTENSION("""
            SELECT
                extname, format('CREATE EXTENSION %I SCHEMA %I', extname, nspname), NULL, 'pg_extension'::regclass,
                pg_extension.oid, extnamespace
            FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
            """),
    TYPE("""
            SELECT
                oid::regtype::text,
                CASE typtype
                    WHEN 'e' THEN format('CREATE TYPE %s AS ENUM (%s)', oid::regtype, (
                        SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder)
                        FROM pg_enum WHERE enumtypid = type.oid))
                    WHEN 'r' THEN format('CREATE TYPE %s AS RANGE (SUBTYPE = %s)', oid::regtype, (
                        SELECT format_type(rngsubtype, NULL) FROM pg_range WHERE rngtypid = type.oid))
                    WHEN 'c' THEN format('CREATE TYPE %s AS (%s)', oid::regtype, (
                        SELECT string_agg(
                            format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum)
                        FROM pg_attribute WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped))
                    ELSE format('CREATE DOMAIN %s AS %s', oid::regtype, format_type(typbasetype, typtypmod))
                        || coalesce(' DEFAULT ' || typdefault, '') || CASE WHEN typnotnull THEN ' NOT NULL' ELSE '' END
                        || coalesce((
                            SELECT string_agg(format(' CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)), '')
                            FROM pg_constraint WHERE contypid = type.oid AND contype = 'c'), '')
                END,
                NULL, 'pg_type'::regclass, oid, typnamespace
            FROM pg_type AS type
            WHERE typtype IN ('e', 'r', 'd')
                OR typtype = 'c' AND (SELECT relkind FROM pg_class WHERE pg_class.oid = typrelid) = 'c'
            """),
    /** Those of identity columns come with the column. */
    SEQUENCE("""
            SELECT
                oid::regclass::text,
                format(
                    'CREATE SEQUENCE %s AS %s INCREMENT %s MINVALUE %s MAXVALUE %s START %s CACHE %s %s', oid::regclass,
                    format_type(seqtypid, NULL), seqincrement, seqmin, seqmax, seqstart, seqcache,
                    CASE WHEN seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END),
                NULL, 'pg_class'::regclass, oid, relnamespace
            FROM pg_sequence JOIN pg_class ON pg_class.oid = seqrelid
            WHERE NOT EXISTS (
                SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = seqrelid AND deptype = 'i')
            """),
    FUNCTION("""
            SELECT oid::regprocedure::text, pg_get_functiondef(oid), NULL, 'pg_proc'::regclass, oid, pronamespace
            FROM pg_proc WHERE prokind <> 'a'
            """),
    TABLE("""
            SELECT
                oid::regclass::text,
                format(
                    'CREATE %s TABLE %s (%s)', CASE relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE '' END,
                    oid::regclass, (
                        SELECT string_agg(definition, ', ' ORDER BY attnum)
                        FROM (COLUMN_DEFINITIONS) AS definitions WHERE attrelid = pg_class.oid AND attislocal))
                    || coalesce((
                        SELECT ' INHERITS (' || string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) || ')'
                        FROM pg_inherits WHERE inhrelid = pg_class.oid), '')
                    || coalesce(' PARTITION BY ' || pg_get_partkeydef(oid), '')
                    || coalesce(' WITH (' || array_to_string(reloptions, ', ') || ')', ''),
                NULL, 'pg_class'::regclass, oid, relnamespace
            FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
            """),
    COLUMN("""
            SELECT
                format('%s.%I', attrelid::regclass, attname),
                format('ALTER TABLE %s ADD COLUMN %s', attrelid::regclass, definition), NULL, 'pg_class'::regclass,
                attrelid, relnamespace
            FROM (COLUMN_DEFINITIONS) AS definitions JOIN pg_class ON pg_class.oid = attrelid
            WHERE relkind IN ('r', 'p') AND NOT relispartition AND attislocal
            """),
    NOT_NULL("""
            SELECT
                format('%s.%I', attrelid::regclass, attname),
                format('ALTER TABLE %s ALTER COLUMN %I SET NOT NULL', attrelid::regclass, attname),
                format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL', attrelid::regclass, attname),
                'pg_class'::regclass, attrelid, relnamespace
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relkind IN ('r', 'p') AND NOT relispartition AND attnum > 0 AND attnotnull AND NOT attisdropped
                AND attidentity = ''
                AND NOT EXISTS (
                    SELECT FROM pg_index WHERE indrelid = attrelid AND indisprimary AND attnum = ANY (indkey))
            """),
    CONSTRAINT("""
            SELECT
                format('%s.%I', conrelid::regclass, conname),
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)),
                format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                'pg_constraint'::regclass, oid, connamespace
            FROM pg_constraint
            WHERE conrelid <> 0 AND contype IN ('p', 'u', 'x', 'c') AND conparentid = 0 AND coninhcount = 0
            """),
    FOREIGN_KEY("""
            SELECT
                format('%s.%I', conrelid::regclass, conname),
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)),
                format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                'pg_constraint'::regclass, oid, connamespace
            FROM pg_constraint WHERE conrelid <> 0 AND contype = 'f' AND conparentid = 0
            """),
    OWNED_SEQUENCE("""
            SELECT
                seqrelid::regclass::text,
                format('ALTER SEQUENCE %s OWNED BY %s.%I', seqrelid::regclass, attrelid::regclass, attname), NULL,
                'pg_class'::regclass, seqrelid, relnamespace
            FROM pg_sequence
                JOIN pg_class ON pg_class.oid = seqrelid
                JOIN pg_depend ON classid = 'pg_class'::regclass AND objid = seqrelid AND deptype = 'a'
                JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
            """),
    VIEW("""
            SELECT
                oid::regclass::text,
                format(
                    'CREATE %s %s%s AS %s', CASE relkind WHEN 'v' THEN 'OR REPLACE VIEW' ELSE 'MATERIALIZED VIEW' END,
                    oid::regclass, ' WITH (' || array_to_string(reloptions, ', ') || ')', pg_get_viewdef(oid)),
                NULL, 'pg_class'::regclass, oid, relnamespace
            FROM pg_class WHERE relkind IN ('v', 'm')
            """),
    INDEX("""
            SELECT
                indexrelid::regclass::text, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON '),
                format('DROP INDEX %s', indexrelid::regclass), 'pg_class'::regclass, indexrelid, relnamespace
            FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
            WHERE indisvalid AND NOT relispartition
                AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
            """),
    TRIGGER("""
            SELECT
                format('%s.%I', tgrelid::regclass, tgname),
                pg_get_triggerdef(pg_trigger.oid) || CASE tgenabled
                    WHEN 'A' THEN format('; ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', tgrelid::regclass, tgname)
                    WHEN 'R' THEN format('; ALTER TABLE %s ENABLE REPLICA TRIGGER %I', tgrelid::regclass, tgname)
                    WHEN 'D' THEN format('; ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname)
                    ELSE '' END,
                format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass), 'pg_class'::regclass, tgrelid, relnamespace
            FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal AND tgparentid = 0
            """),
    POLICY("""
            SELECT
                format('%s.%I', polrelid::regclass, polname),
                format(
                    'CREATE POLICY %I ON %s AS %s FOR %s TO %s', polname, polrelid::regclass,
                    CASE WHEN polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                    CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                        WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
                    (SELECT string_agg(CASE role WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(role)) END, ', ')
                    FROM unnest(polroles) AS role))
                    || coalesce(' USING (' || pg_get_expr(polqual, polrelid) || ')', '')
                    || coalesce(' WITH CHECK (' || pg_get_expr(polwithcheck, polrelid) || ')', ''),
                NULL, 'pg_class'::regclass, polrelid, relnamespace
            FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid
            """),
    ROW_SECURITY("""
            SELECT
                oid::regclass::text,
                format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', oid::regclass)
                    || CASE WHEN relforcerowsecurity THEN ', FORCE ROW LEVEL SECURITY' ELSE '' END,
                NULL, 'pg_class'::regclass, oid, relnamespace
            FROM pg_class WHERE relrowsecurity
            """),
    COMMENT("""
            SELECT
                pg_describe_object(classoid, objoid, objsubid),
                format(
                    'COMMENT ON %s %s IS %L',
                    CASE WHEN objsubid > 0 THEN 'COLUMN' WHEN relkind = 'v' THEN 'VIEW' WHEN relkind = 'm'
                        THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END,
                    objoid::regclass || coalesce('.' || quote_ident(attname), ''), description),
                NULL, 'pg_class'::regclass, objoid, relnamespace
            FROM pg_description
                JOIN pg_class ON pg_class.oid = objoid AND classoid = 'pg_class'::regclass
                LEFT JOIN pg_attribute ON attrelid = objoid AND attnum = objsubid
            WHERE relkind IN ('r', 'p', 'v', 'm') AND NOT relispartition
            """);

    /** Each column as its table defines it, but for NOT NULL. */
    private static final String COLUMN_DEFINITIONS = """
            SELECT
                attrelid, attnum, attname, attislocal,
                format('%I %s', attname, format_type(atttypid, atttypmod))
                    || coalesce((
                        SELECT ' COLLATE ' || collation_for.oid::regcollation
                        FROM pg_collation AS collation_for JOIN pg_type ON pg_type.oid = atttypid
                        WHERE collation_for.oid = attcollation AND attcollation <> typcollation), '')
                    || CASE
                        WHEN attidentity <> '' THEN (
                            SELECT format(
                                ' GENERATED %s AS IDENTITY (SEQUENCE NAME %s START %s INCREMENT %s'
                                    || ' MINVALUE %s MAXVALUE %s CACHE %s%s)',
                                CASE attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, seqrelid::regclass,
                                seqstart, seqincrement, seqmin, seqmax, seqcache,
                                CASE WHEN seqcycle THEN ' CYCLE' ELSE '' END)
                            FROM pg_depend JOIN pg_sequence ON seqrelid = objid
                            WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass
                                AND refobjid = attrelid AND refobjsubid = attnum AND deptype = 'i')
                        WHEN attgenerated <> '' THEN format(
                            ' GENERATED ALWAYS AS (%s) %s', pg_get_expr(adbin, adrelid),
                            CASE attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END)
                        ELSE coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '')
                    END AS definition
            FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE attnum > 0 AND NOT attisdropped
            """;

    private final String query;

    ObjectKind(String query) {
        this.query = query;
    }

    /** The query for all that a schema of somebody's has of it, what extensions brought along left out. */
    String query() {
        return """
            SELECT name, definition, undo
            FROM (%s) AS object (name, definition, undo, catalog, object, home)
                JOIN pg_namespace ON pg_namespace.oid = home
            WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
                AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = catalog AND objid = object AND deptype = 'e')
            ORDER BY object, name
            """.formatted(query.replace("COLUMN_DEFINITIONS", COLUMN_DEFINITIONS));
    }

    /** The one of a word. */
    static ObjectKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** The word for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
