package derrick.migrations.catalog.reader;

/** Queries of aggregates, operators, casts, collations and text search objects. */
final class CodeQueries {
    static final CatalogQuery ALL = new CatalogQuery("""
            WITH item (type, name, attributes, creates, drops, target, class, id) AS (
                SELECT
                    'aggregate', aggfnoid::regprocedure::text, ARRAY['definition', definition],
                    CASE WHEN aggkind = 'n' THEN ARRAY[format(
                        'CREATE AGGREGATE %s (%s)',
                        regexp_replace(aggfnoid::regprocedure::text, '\\(.*', '')
                            || '(' || coalesce(nullif(pg_get_function_arguments(aggfnoid), ''), '*') || ')',
                        definition)] END,
                    ARRAY['DROP AGGREGATE ' || signature.name], 'AGGREGATE ' || signature.name,
                    'pg_proc'::regclass, aggfnoid::oid
                FROM pg_aggregate JOIN pg_proc ON pg_proc.oid = aggfnoid
                    JOIN pg_namespace ON pg_namespace.oid = pronamespace,
                    LATERAL (SELECT CASE WHEN pronargs = 0 THEN replace(aggfnoid::regprocedure::text, '()', '(*)')
                        ELSE aggfnoid::regprocedure::text END) AS signature (name),
                    LATERAL (SELECT concat_ws(
                        ', ', 'SFUNC = ' || aggtransfn, 'STYPE = ' || format_type(aggtranstype, NULL),
                        'SSPACE = ' || nullif(aggtransspace, 0), 'FINALFUNC = ' || nullif(aggfinalfn::oid, 0)::regproc,
                        CASE WHEN aggfinalextra THEN 'FINALFUNC_EXTRA' END,
                        'COMBINEFUNC = ' || nullif(aggcombinefn::oid, 0)::regproc,
                        'SERIALFUNC = ' || nullif(aggserialfn::oid, 0)::regproc,
                        'DESERIALFUNC = ' || nullif(aggdeserialfn::oid, 0)::regproc,
                        'INITCOND = ' || quote_literal(agginitval),
                        'MSFUNC = ' || nullif(aggmtransfn::oid, 0)::regproc,
                        'MINVFUNC = ' || nullif(aggminvtransfn::oid, 0)::regproc,
                        'MSTYPE = ' || format_type(nullif(aggmtranstype, 0), NULL),
                        'MFINALFUNC = ' || nullif(aggmfinalfn::oid, 0)::regproc,
                        'MINITCOND = ' || quote_literal(aggminitval),
                        'SORTOP = OPERATOR(' || nullif(aggsortop, 0)::regoper || ')',
                        CASE proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
                        CASE WHEN aggkind = 'h' THEN 'HYPOTHETICAL' WHEN aggkind = 'o' THEN 'ORDERED-SET' END
                    )) AS printed (definition)
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'operator', pg_operator.oid::regoperator::text, ARRAY['definition', definition],
                    ARRAY[format(
                        'CREATE OPERATOR %s (%s)', regexp_replace(pg_operator.oid::regoperator::text, '\\(.*', ''),
                        definition)],
                    ARRAY[format('DROP OPERATOR %s (%s, %s)',
                        regexp_replace(pg_operator.oid::regoperator::text, '\\(.*', ''),
                        coalesce(format_type(nullif(oprleft, 0), NULL), 'NONE'), format_type(oprright, NULL))],
                    format('OPERATOR %s (%s, %s)',
                        regexp_replace(pg_operator.oid::regoperator::text, '\\(.*', ''),
                        coalesce(format_type(nullif(oprleft, 0), NULL), 'NONE'), format_type(oprright, NULL)),
                    'pg_operator'::regclass, pg_operator.oid
                FROM pg_operator JOIN pg_namespace ON pg_namespace.oid = oprnamespace,
                    LATERAL (SELECT concat_ws(
                        ', ', 'FUNCTION = ' || oprcode, 'LEFTARG = ' || format_type(nullif(oprleft, 0), NULL),
                        'RIGHTARG = ' || format_type(oprright, NULL),
                        'COMMUTATOR = OPERATOR(' || nullif(oprcom, 0)::regoper || ')',
                        'NEGATOR = OPERATOR(' || nullif(oprnegate, 0)::regoper || ')',
                        'RESTRICT = ' || nullif(oprrest::oid, 0)::regproc, 'JOIN = ' || nullif(oprjoin::oid,
                            0)::regproc,
                        CASE WHEN oprcanhash THEN 'HASHES' END, CASE WHEN oprcanmerge THEN 'MERGES' END
                    )) AS printed (definition)
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)' AND oprcode <> 0
                UNION ALL
                SELECT
                    'operator class', format('%I.%I using %s', nspname, opcname, amname),
                    ARRAY['definition', concat_ws(
                        ', ', opcintype::regtype, CASE WHEN opcdefault THEN 'default' END,
                        'stored as ' || nullif(opckeytype, 0)::regtype, (
                            SELECT string_agg(format('%s %s', amopstrategy, amopopr::regoperator),
                                ', ' ORDER BY amopstrategy)
                            FROM pg_amop WHERE amopfamily = opcfamily), (
                            SELECT string_agg(format('%s %s', amprocnum, amproc::regprocedure), ', ' ORDER BY amprocnum)
                            FROM pg_amproc WHERE amprocfamily = opcfamily))],
                    NULL, NULL, format('OPERATOR CLASS %I.%I USING %I', nspname, opcname, amname),
                    'pg_opclass'::regclass, pg_opclass.oid
                FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod JOIN pg_namespace ON pg_namespace.oid = opcnamespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'operator family', format('%I.%I using %s', nspname, opfname, amname), '{}'::text[], NULL, NULL,
                    format('OPERATOR FAMILY %I.%I USING %I', nspname, opfname, amname),
                    'pg_opfamily'::regclass, pg_opfamily.oid
                FROM pg_opfamily JOIN pg_am ON pg_am.oid = opfmethod JOIN pg_namespace
                    ON pg_namespace.oid = opfnamespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'cast', format('(%s AS %s)', castsource::regtype, casttarget::regtype), ARRAY['definition',
                        definition],
                    ARRAY[format('CREATE CAST (%s AS %s) %s', castsource::regtype, casttarget::regtype, definition)],
                    ARRAY[format('DROP CAST (%s AS %s)', castsource::regtype, casttarget::regtype)],
                    format('CAST (%s AS %s)', castsource::regtype, casttarget::regtype),
                    'pg_cast'::regclass, pg_cast.oid
                FROM pg_cast,
                    LATERAL (SELECT concat(
                        CASE castmethod WHEN 'i' THEN 'WITH INOUT' WHEN 'b' THEN 'WITHOUT FUNCTION'
                            ELSE 'WITH FUNCTION ' || castfunc::regprocedure END,
                        CASE castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' END))
                            AS printed (definition)
                WHERE pg_cast.oid >= 16384
                UNION ALL
                SELECT
                    'conversion', format('%I.%I', nspname, conname), ARRAY['definition', concat_ws(
                        ' ', pg_encoding_to_char(conforencoding), 'to', pg_encoding_to_char(contoencoding), conproc,
                        CASE WHEN condefault THEN 'default' END)],
                    ARRAY[format(
                        'CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s', CASE WHEN condefault THEN 'DEFAULT ' END,
                            nspname,
                        conname, pg_encoding_to_char(conforencoding), pg_encoding_to_char(contoencoding), conproc)],
                    ARRAY[format('DROP CONVERSION %I.%I', nspname, conname)], format('CONVERSION %I.%I', nspname,
                        conname),
                    'pg_conversion'::regclass, pg_conversion.oid
                FROM pg_conversion JOIN pg_namespace ON pg_namespace.oid = connamespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'collation', pg_collation.oid::regcollation::text, ARRAY['definition', definition],
                    ARRAY[format('CREATE COLLATION %s (%s)', pg_collation.oid::regcollation, definition)],
                    ARRAY['DROP COLLATION ' || pg_collation.oid::regcollation], 'COLLATION '
                        || pg_collation.oid::regcollation,
                    'pg_collation'::regclass, pg_collation.oid
                FROM pg_collation JOIN pg_namespace ON pg_namespace.oid = collnamespace,
                    LATERAL (SELECT to_jsonb(pg_collation)) AS properties (col),
                    LATERAL (SELECT concat_ws(
                        ', ', 'provider = ' || CASE collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin'
                            ELSE 'libc' END,
                        'locale = ' || quote_literal(coalesce(
                            col ->> 'colllocale', col ->> 'colliculocale', CASE
                                WHEN collcollate = collctype THEN collcollate END)),
                        CASE WHEN collcollate <> collctype THEN format('lc_collate = %L, lc_ctype = %L', collcollate,
                            collctype) END,
                        'rules = ' || quote_literal(col ->> 'collicurules'),
                        CASE WHEN NOT collisdeterministic THEN 'deterministic = false' END)) AS printed (definition)
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'language', quote_ident(lanname),
                    ARRAY['trusted', lanpltrusted::text, 'handler', lanplcallfoid::regproc::text], NULL, NULL,
                    'LANGUAGE ' || quote_ident(lanname), 'pg_language'::regclass, pg_language.oid
                FROM pg_language WHERE lanispl
                UNION ALL
                SELECT
                    'transform', format('for %s language %I', trftype::regtype, lanname),
                    ARRAY['from', trffromsql::regproc::text, 'to', trftosql::regproc::text], NULL, NULL, NULL,
                    'pg_transform'::regclass, pg_transform.oid
                FROM pg_transform JOIN pg_language ON pg_language.oid = trflang
                UNION ALL
                SELECT
                    'access method', quote_ident(amname), ARRAY['type', amtype::text, 'handler', amhandler::text],
                    NULL, NULL, 'ACCESS METHOD ' || quote_ident(amname), 'pg_am'::regclass, pg_am.oid
                FROM pg_am WHERE pg_am.oid >= 16384
            )
            SELECT type, name, attributes, creates, drops, target, obj_description(id, class::text) AS comment
            FROM item
            WHERE NOT EXISTS (
                SELECT FROM pg_depend WHERE classid = item.class AND objid = item.id AND deptype IN ('e', 'i'))
            ORDER BY type, name COLLATE "C"
            """);

    static final CatalogQuery TEXT_SEARCH = new CatalogQuery("""
            WITH item (type, name, attributes, creates, drops, target, class, id) AS (
                SELECT
                    'text search configuration', pg_ts_config.oid::regconfig::text,
                    ARRAY['parser', prsname::text, 'mappings', coalesce(array_to_string(mappings, ', '), '')],
                    ARRAY[format(
                        'CREATE TEXT SEARCH CONFIGURATION %s (PARSER = %s)', pg_ts_config.oid::regconfig,
                        quote_ident(parser.nspname) || '.' || quote_ident(prsname))]
                        || ARRAY(
                            SELECT format(
                                'ALTER TEXT SEARCH CONFIGURATION %s ADD MAPPING FOR %s', pg_ts_config.oid::regconfig,
                                    mapping)
                            FROM unnest(mappings) AS mapping),
                    ARRAY['DROP TEXT SEARCH CONFIGURATION ' || pg_ts_config.oid::regconfig],
                    'TEXT SEARCH CONFIGURATION ' || pg_ts_config.oid::regconfig, 'pg_ts_config'::regclass,
                    pg_ts_config.oid
                FROM pg_ts_config
                    JOIN pg_namespace ON pg_namespace.oid = cfgnamespace
                    JOIN pg_ts_parser ON pg_ts_parser.oid = cfgparser
                    JOIN pg_namespace AS parser ON parser.oid = prsnamespace,
                    LATERAL (SELECT ARRAY(
                        SELECT format('%I WITH %s', token.alias, string_agg(mapdict::regdictionary::text,
                            ', ' ORDER BY mapseqno))
                        FROM pg_ts_config_map JOIN ts_token_type(cfgparser) AS token ON token.tokid = maptokentype
                        WHERE mapcfg = pg_ts_config.oid GROUP BY token.alias ORDER BY token.alias)
                    ) AS printed (mappings)
                WHERE pg_namespace.nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'text search dictionary', pg_ts_dict.oid::regdictionary::text,
                    ARRAY['template', tmplname::text, 'options', coalesce(dictinitoption, '')],
                    ARRAY[format(
                        'CREATE TEXT SEARCH DICTIONARY %s (%s)', pg_ts_dict.oid::regdictionary,
                        concat_ws(
                            ', ', format('TEMPLATE = %I.%I', template.nspname, tmplname), nullif(dictinitoption, '')))],
                    ARRAY['DROP TEXT SEARCH DICTIONARY ' || pg_ts_dict.oid::regdictionary],
                    'TEXT SEARCH DICTIONARY ' || pg_ts_dict.oid::regdictionary, 'pg_ts_dict'::regclass, pg_ts_dict.oid
                FROM pg_ts_dict
                    JOIN pg_namespace ON pg_namespace.oid = dictnamespace
                    JOIN pg_ts_template ON pg_ts_template.oid = dicttemplate
                    JOIN pg_namespace AS template ON template.oid = tmplnamespace
                WHERE pg_namespace.nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'text search parser', format('%I.%I', nspname, prsname), ARRAY['start', prsstart::text], NULL, NULL,
                    format('TEXT SEARCH PARSER %I.%I', nspname, prsname), 'pg_ts_parser'::regclass, pg_ts_parser.oid
                FROM pg_ts_parser JOIN pg_namespace ON pg_namespace.oid = prsnamespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
                UNION ALL
                SELECT
                    'text search template', format('%I.%I', nspname, tmplname), ARRAY['lexize', tmpllexize::text],
                        NULL, NULL,
                    format('TEXT SEARCH TEMPLATE %I.%I', nspname, tmplname), 'pg_ts_template'::regclass,
                    pg_ts_template.oid
                FROM pg_ts_template JOIN pg_namespace ON pg_namespace.oid = tmplnamespace
                WHERE nspname !~ '^(pg_|information_schema$|derrick_legacy$)'
            )
            SELECT type, name, attributes, creates, drops, target, obj_description(id, class::text) AS comment
            FROM item
            WHERE NOT EXISTS (
                SELECT FROM pg_depend WHERE classid = item.class AND objid = item.id AND deptype = 'e')
            ORDER BY type, name COLLATE "C"
            """);

    private CodeQueries() {}
}
