package derrick.migrations.catalog.reader;

/** Queries of schemas, extensions, event triggers, foreign data and publications. */
final class DatabaseQueries {
    /** Schemas other than public and the current one, extensions, event triggers and subscriptions. */
    static final CatalogQuery ALL = new CatalogQuery("""
            WITH item (type, name, attributes, creates, drops, target, class, id) AS (
                SELECT
                    'schema', quote_ident(nspname), '{}'::text[], ARRAY[format('CREATE SCHEMA %I', nspname)],
                    ARRAY[format('DROP SCHEMA %I', nspname)], format('SCHEMA %I', nspname),
                    'pg_namespace'::regclass, pg_namespace.oid
                FROM pg_namespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)' AND nspname NOT IN ('public',
                    current_schema())
                UNION ALL
                SELECT
                    'comment of schema', 'public', ARRAY['comment', coalesce(printed.comment, '')],
                    ARRAY[format('COMMENT ON SCHEMA public IS %L', printed.comment)],
                    ARRAY['COMMENT ON SCHEMA public IS ''standard public schema'''], NULL, NULL, oid
                FROM pg_namespace, LATERAL (SELECT obj_description(oid, 'pg_namespace')) AS printed (comment)
                WHERE nspname = 'public' AND printed.comment IS DISTINCT FROM 'standard public schema'
                UNION ALL
                SELECT
                    'extension', quote_ident(extname),
                    ARRAY['schema', CASE WHEN nspname = current_schema() THEN 'the first'
                        ELSE quote_ident(nspname) END],
                    ARRAY[format(
                        'CREATE EXTENSION %I%s', extname, CASE
                            WHEN nspname <> current_schema() AND extrelocatable THEN format(' SCHEMA %I',
                                nspname) END)],
                    ARRAY[format('DROP EXTENSION %I', extname)], format('EXTENSION %I', extname), NULL::regclass,
                        pg_extension.oid
                FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
                WHERE extname <> 'plpgsql'
                UNION ALL
                SELECT
                    'event trigger', quote_ident(evtname),
                    ARRAY['definition', definition] || CASE WHEN state IS NULL THEN '{}' ELSE ARRAY['firing',
                        state] END,
                    array_remove(ARRAY[
                        format('CREATE EVENT TRIGGER %I %s', evtname, definition),
                        'ALTER EVENT TRIGGER ' || quote_ident(evtname) || ' ' || state], NULL),
                    ARRAY[format('DROP EVENT TRIGGER %I', evtname)], format('EVENT TRIGGER %I', evtname),
                    'pg_event_trigger'::regclass, pg_event_trigger.oid
                FROM pg_event_trigger,
                    LATERAL (SELECT
                        concat(
                            'ON ', evtevent, ' WHEN TAG IN (' || (
                                SELECT string_agg(quote_literal(tag), ', ' ORDER BY tag) FROM unnest(evttags) AS tag)
                                    || ')',
                            ' EXECUTE FUNCTION ', evtfoid::regproc, '()'),
                        CASE evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA'
                            WHEN 'A' THEN 'ENABLE ALWAYS' END) AS printed (definition, state)
                UNION ALL
                SELECT
                    'subscription', quote_ident(subname), '{}'::text[], NULL, NULL,
                    format('SUBSCRIPTION %I', subname), 'pg_subscription'::regclass, pg_subscription.oid
                FROM pg_subscription JOIN pg_database ON pg_database.oid = subdbid WHERE datname = current_database()
            )
            SELECT
                type, name, attributes, creates, drops, target,
                CASE WHEN class IS NOT NULL THEN obj_description(id, class::text) WHEN type = 'extension' THEN (
                    SELECT coalesce(printed.comment, '')
                    FROM pg_extension JOIN pg_available_extensions AS available ON available.name = extname,
                        LATERAL (SELECT obj_description(id, 'pg_extension')) AS printed (comment)
                    WHERE oid = id AND printed.comment IS DISTINCT FROM available.comment) END AS comment
            FROM item
            WHERE class IS NULL OR NOT EXISTS (
                SELECT FROM pg_depend WHERE classid = item.class AND objid = item.id AND deptype = 'e')
            ORDER BY type, name COLLATE "C"
            """);

    /** Foreign data. The options of a user mapping may include a password, so only part of their hash is read. */
    static final CatalogQuery FOREIGN_DATA = new CatalogQuery("""
            WITH item (type, name, attributes, creates, drops, target, class, id) AS (
                SELECT
                    'foreign-data wrapper', quote_ident(fdwname),
                    ARRAY['definition', definition], ARRAY[format('CREATE FOREIGN DATA WRAPPER %I%s', fdwname,
                        definition)],
                    ARRAY[format('DROP FOREIGN DATA WRAPPER %I', fdwname)], format('FOREIGN DATA WRAPPER %I', fdwname),
                    'pg_foreign_data_wrapper'::regclass, pg_foreign_data_wrapper.oid
                FROM pg_foreign_data_wrapper,
                    LATERAL (SELECT concat(
                        ' HANDLER ' || nullif(fdwhandler, 0)::regproc, ' VALIDATOR ' || nullif(fdwvalidator,
                            0)::regproc,
                        ' OPTIONS (' ||""" + options("fdwoptions") + """
                         || ')')) AS printed (definition)
                UNION ALL
                SELECT
                    'server', quote_ident(srvname), ARRAY['definition', definition],
                    ARRAY[format('CREATE SERVER %I%s', srvname, definition)], ARRAY[format('DROP SERVER %I', srvname)],
                    format('SERVER %I', srvname), 'pg_foreign_server'::regclass, pg_foreign_server.oid
                FROM pg_foreign_server JOIN pg_foreign_data_wrapper ON pg_foreign_data_wrapper.oid = srvfdw,
                    LATERAL (SELECT concat(
                        ' TYPE ' || quote_literal(srvtype), ' VERSION ' || quote_literal(srvversion),
                        ' FOREIGN DATA WRAPPER ' || quote_ident(fdwname), ' OPTIONS (' ||""" + serverOptions() + """
                         || ')')
                    ) AS printed (definition)
                UNION ALL
                SELECT
                    'user mapping', format('for %s server %I', CASE WHEN umuser = 0 THEN 'public'
                        ELSE quote_ident(usename) END, srvname),
                    CASE WHEN umoptions IS NULL THEN '{}' ELSE ARRAY['options', 'of hash ' || left(
                        encode(sha256(convert_to(array_to_string(umoptions, ', '), 'UTF8')), 'hex'), 8)] END,
                    NULL, NULL, NULL, 'pg_user_mapping'::regclass, umid
                FROM pg_user_mappings
                UNION ALL
                SELECT
                    'foreign table', pg_class.oid::regclass::text, ARRAY['definition', definition],
                    ARRAY[format('CREATE FOREIGN TABLE %s %s', pg_class.oid::regclass, definition)],
                    ARRAY['DROP FOREIGN TABLE ' || pg_class.oid::regclass], 'FOREIGN TABLE ' || pg_class.oid::regclass,
                    'pg_class'::regclass, pg_class.oid
                FROM pg_class
                    JOIN pg_namespace ON pg_namespace.oid = relnamespace
                    JOIN pg_foreign_table ON ftrelid = pg_class.oid
                    JOIN pg_foreign_server ON pg_foreign_server.oid = ftserver,
                    LATERAL (SELECT concat(
                        '(', (
                            SELECT string_agg(concat(
                                quote_ident(attname), ' ', format_type(atttypid, atttypmod), ' OPTIONS (' ||"""
            + options("attfdwoptions") + """
                         || ')',
                                CASE WHEN attnotnull THEN ' NOT NULL' END,
                                ' DEFAULT ' || pg_get_expr(adbin, adrelid, true)), ', ' ORDER BY attnum)
                            FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                            WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped), (
                            SELECT string_agg(format(', CONSTRAINT %I %s', conname, pg_get_constraintdef(oid, true)),
                                '' ORDER BY conname)
                            FROM pg_constraint WHERE conrelid = pg_class.oid AND contype = 'c'),
                        ') SERVER ', quote_ident(srvname), ' OPTIONS (' ||""" + options("ftoptions") + """
                         || ')')) AS printed (definition)
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
            )
            SELECT type, name, attributes, creates, drops, target, obj_description(id, class::text) AS comment
            FROM item
            WHERE NOT EXISTS (
                SELECT FROM pg_depend WHERE classid = item.class AND objid = item.id AND deptype = 'e')
            ORDER BY type, name COLLATE "C"
            """);

    static final CatalogQuery PUBLICATIONS = publications("""
            ' FOR ' || nullif(concat_ws(
                ', ', 'TABLE ' || (
                    SELECT string_agg(
                        concat(
                            prrelid::regclass, ' (' || (
                                SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                                WHERE attrelid = prrelid AND attnum = ANY (prattrs::smallint[])) || ')',
                            ' WHERE (' || pg_get_expr(prqual, prrelid, true) || ')'),
                        ', ' ORDER BY prrelid::regclass::text)
                    FROM pg_publication_rel WHERE prpubid = pg_publication.oid),
                'TABLES IN SCHEMA ' || (
                    SELECT string_agg(pnnspid::regnamespace::text, ', ' ORDER BY pnnspid::regnamespace::text)
                    FROM pg_publication_namespace WHERE pnpubid = pg_publication.oid)), '')""");

    /** Before version 15 a publication has whole tables only. */
    static final CatalogQuery PUBLICATIONS_BEFORE_15 = publications("""
            ' FOR TABLE ' || (
                SELECT string_agg(prrelid::regclass::text, ', ' ORDER BY prrelid::regclass::text)
                FROM pg_publication_rel WHERE prpubid = pg_publication.oid)""");

    /** @param objects the expression for the tables and schemas */
    private static CatalogQuery publications(String objects) {
        return new CatalogQuery("""
                SELECT
                    'publication' AS type, quote_ident(pubname) AS name, ARRAY['definition', definition] AS attributes,
                    ARRAY[format('CREATE PUBLICATION %I%s', pubname, definition)] AS creates,
                    ARRAY[format('DROP PUBLICATION %I', pubname)] AS drops, format('PUBLICATION %I', pubname) AS target,
                    obj_description(pg_publication.oid, 'pg_publication') AS comment
                FROM pg_publication,
                    LATERAL (SELECT concat(
                        CASE WHEN puballtables THEN ' FOR ALL TABLES' END,
                        :objects,
                        format(' WITH (publish = %L%s)', concat_ws(
                            ', ', CASE WHEN pubinsert THEN 'insert' END, CASE WHEN pubupdate THEN 'update' END,
                            CASE WHEN pubdelete THEN 'delete' END, CASE WHEN pubtruncate THEN 'truncate' END),
                            CASE WHEN pubviaroot THEN ', publish_via_partition_root = true' END)))
                        AS printed (definition)
                ORDER BY pubname COLLATE "C"
                """.replace(":objects", objects));
    }

    /** Returns the expression for the contents of an OPTIONS clause. */
    private static String options(String column) {
        return options(column, "true");
    }

    /** Returns the options of a server without passwords. */
    private static String serverOptions() {
        return options("srvoptions", "option_name !~* 'password'");
    }

    private static String options(String column, String condition) {
        return """
                (SELECT string_agg(concat(quote_ident(option_name), ' ', quote_nullable(option_value)), ', '
                    ORDER BY option_name)
                FROM pg_options_to_table(%s) WHERE %s)""".formatted(column, condition);
    }

    private DatabaseQueries() {}
}
