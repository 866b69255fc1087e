package derrick.migrations.catalog.reader;

/** Queries of domains, composite, range and base types. */
final class TypeQueries {
    static final CatalogQuery ALL = new CatalogQuery("""
            WITH item (type, name, attributes, creates, drops, target, class, id) AS (
                SELECT
                    'domain', pg_type.oid::regtype::text,
                    ARRAY[
                        'type', format_type(typbasetype, typtypmod)
                            || CASE WHEN typcollation NOT IN (0, (SELECT typcollation FROM pg_type AS base
                                WHERE base.oid = pg_type.typbasetype))
                                THEN ' COLLATE ' || typcollation::regcollation ELSE '' END,
                        'default', coalesce(typdefault, 'none'),
                        'nullability', CASE WHEN typnotnull THEN 'NOT NULL' ELSE 'NULL' END]
                        || ARRAY(
                            SELECT word FROM pg_constraint,
                                LATERAL (VALUES
                                    (1, 'constraint ' || quote_ident(conname)),
                                    (2, pg_get_constraintdef(oid, true))) AS part (number, word)
                            WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY conname, number),
                    ARRAY[concat(
                        'CREATE DOMAIN ', pg_type.oid::regtype, ' AS ', format_type(typbasetype, typtypmod),
                        CASE WHEN typcollation NOT IN (0, (SELECT typcollation FROM pg_type AS base
                            WHERE base.oid = pg_type.typbasetype))
                            THEN ' COLLATE ' || typcollation::regcollation END,
                        ' DEFAULT ' || typdefault, CASE WHEN typnotnull THEN ' NOT NULL' END)]
                        || ARRAY(
                            SELECT format(
                                'ALTER DOMAIN %s ADD CONSTRAINT %I %s', pg_type.oid::regtype, conname,
                                pg_get_constraintdef(oid, true))
                            FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY conname),
                    ARRAY['DROP DOMAIN ' || pg_type.oid::regtype], 'DOMAIN ' || pg_type.oid::regtype,
                    'pg_type'::regclass, pg_type.oid
                FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace
                WHERE typtype = 'd' AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'comment of constraint', format('%s of domain %s', quote_ident(conname), contypid::regtype),
                    ARRAY['comment', description],
                    ARRAY[format('COMMENT ON CONSTRAINT %I ON DOMAIN %s IS %L', conname, contypid::regtype,
                        description)],
                    ARRAY[format('COMMENT ON CONSTRAINT %I ON DOMAIN %s IS NULL', conname, contypid::regtype)],
                    NULL, 'pg_type'::regclass, contypid
                FROM pg_constraint
                    JOIN pg_description ON objoid = pg_constraint.oid AND classoid = 'pg_constraint'::regclass
                    JOIN pg_namespace ON pg_namespace.oid = connamespace
                WHERE contypid <> 0 AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'type', reltype::regtype::text,
                    ARRAY(
                        SELECT word FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid,
                            LATERAL (VALUES
                                (1, 'attribute ' || quote_ident(attname)),
                                (2, format_type(atttypid, atttypmod) || CASE
                                    WHEN attcollation <> typcollation THEN ' COLLATE ' || attcollation::regcollation
                                    ELSE '' END)) AS part (number, word)
                        WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum, number),
                    ARRAY[format(
                        'CREATE TYPE %s AS (%s)', reltype::regtype, (
                            SELECT string_agg(
                                format('%I %s', attname, format_type(atttypid, atttypmod)) || CASE
                                    WHEN attcollation <> typcollation THEN ' COLLATE ' || attcollation::regcollation
                                    ELSE '' END,
                                ', ' ORDER BY attnum)
                            FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
                            WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped))],
                    ARRAY['DROP TYPE ' || reltype::regtype], 'TYPE ' || reltype::regtype, 'pg_type'::regclass, reltype
                FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE relkind = 'c' AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'type', rngtypid::regtype::text,
                    ARRAY[
                        'range of', format_type(rngsubtype, NULL),
                        'options', concat_ws(
                            ', ', CASE WHEN NOT opcdefault THEN 'SUBTYPE_OPCLASS = ' || opcname END,
                            'COLLATION = ' || nullif(rngcollation, pg_type.typcollation)::regcollation,
                            'CANONICAL = ' || nullif(rngcanonical::oid, 0)::regproc,
                            'SUBTYPE_DIFF = ' || nullif(rngsubdiff::oid, 0)::regproc,
                            'MULTIRANGE_TYPE_NAME = ' || rngmultitypid::regtype)],
                    CASE WHEN rngcanonical = 0 THEN ARRAY[format(
                        'CREATE TYPE %s AS RANGE (%s)', rngtypid::regtype, concat_ws(
                            ', ', 'SUBTYPE = ' || format_type(rngsubtype, NULL),
                            CASE WHEN NOT opcdefault THEN 'SUBTYPE_OPCLASS = ' || opcname END,
                            'COLLATION = ' || nullif(rngcollation, pg_type.typcollation)::regcollation,
                            'SUBTYPE_DIFF = ' || nullif(rngsubdiff::oid, 0)::regproc,
                            'MULTIRANGE_TYPE_NAME = ' || rngmultitypid::regtype))] END,
                    ARRAY['DROP TYPE ' || rngtypid::regtype], 'TYPE ' || rngtypid::regtype,
                    'pg_type'::regclass, rngtypid
                FROM pg_range
                    JOIN pg_type AS range_type ON range_type.oid = rngtypid
                    JOIN pg_type ON pg_type.oid = rngsubtype
                    JOIN pg_opclass ON pg_opclass.oid = rngsubopc
                    JOIN pg_namespace ON pg_namespace.oid = range_type.typnamespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'type', pg_type.oid::regtype::text,
                    ARRAY['input', typinput::text, 'output', typoutput::text, 'length', typlen::text],
                    NULL, NULL, 'TYPE ' || pg_type.oid::regtype, 'pg_type'::regclass, pg_type.oid
                FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace
                WHERE typtype IN ('b', 'p') AND nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                    AND NOT EXISTS (SELECT FROM pg_type AS element WHERE element.typarray = pg_type.oid)
            )
            SELECT type, name, attributes, creates, drops, target, obj_description(id, class::text) AS comment
            FROM item
            WHERE NOT EXISTS (
                SELECT FROM pg_depend WHERE classid = item.class AND objid = item.id AND deptype = 'e')
            ORDER BY type, name COLLATE "C"
            """);

    private TypeQueries() {}
}
