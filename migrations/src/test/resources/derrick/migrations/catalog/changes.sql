-- one is taken; with the first of each, every change can be made to the schema as it is.
CREATE SCHEMA {extra|"Extra Data"|mud};
DROP SCHEMA {"Log Data"|extra|mud} CASCADE;
COMMENT ON SCHEMA {rig|public|"Log Data"} IS {'all of the rig'|NULL|'it''s'};
CREATE EXTENSION {citext|pg_trgm} SCHEMA {public|rig};
DROP EXTENSION {hstore|citext} CASCADE;
COMMENT ON EXTENSION {hstore|plpgsql} IS {'pairs'|'other pairs'|NULL};
ALTER EXTENSION hstore SET SCHEMA {rig|"Log Data"};
ALTER TYPE mood ADD VALUE {'mixed'|'awful' AFTER 'bad'|'best' BEFORE 'good'};
ALTER TYPE mood RENAME VALUE {'bad'|'mixed'} TO {'poor'|'sad'};
CREATE TYPE {rig.colour|shade} AS ENUM ({'red'|'red', 'blue'|});
ALTER TYPE rig.span ADD ATTRIBUTE {middle|"Middle One"} {float8|text|integer[]};
ALTER TYPE rig.span ALTER ATTRIBUTE top TYPE {numeric|float4|text};
ALTER TYPE rig.span DROP ATTRIBUTE {bottom|middle};
ALTER TYPE rig.span RENAME ATTRIBUTE {top|bottom} TO {upper|lower};
CREATE TYPE {rig.pair|pair} AS (a {integer|text}, b {date|text COLLATE "C"});
CREATE TYPE {rig.times|times} AS RANGE (SUBTYPE = {time|numeric}{|, MULTIRANGE_TYPE_NAME = rig.many_times});
CREATE TYPE {rig.shell|shell};
ALTER TYPE {rig.depths|mood} RENAME TO {other_depths|other_mood};
DROP TYPE rig.{depths|pair|colour};
ALTER DOMAIN rig.metres SET DEFAULT {1|2};
ALTER DOMAIN rig.metres SET NOT NULL;
ALTER DOMAIN rig.metres DROP CONSTRAINT not_negative;
ALTER DOMAIN rig.metres ADD CONSTRAINT {sane|plausible} CHECK (VALUE < {20000|100}){| NOT VALID};
ALTER DOMAIN rig.metres RENAME CONSTRAINT not_negative TO positive;
CREATE DOMAIN {rig.label|label} AS varchar({20|30}){| COLLATE "C"| NOT NULL| DEFAULT 'x'};
COMMENT ON CONSTRAINT not_negative ON DOMAIN rig.metres IS {'no air'|'no sky'};
COMMENT ON {TYPE mood|DOMAIN rig.metres|TYPE rig.span|TYPE rig.depths|COLUMN rig.span.top} IS {'of some use'|NULL};
CREATE COLLATION {rig.french|french} (PROVIDER = icu, LOCALE = 'fr'{|, DETERMINISTIC = false});
COMMENT ON COLLATION rig.german IS {'as in Celle'|NULL};
DROP COLLATION rig.{german|french};
ALTER SEQUENCE {ticket|rig.number}
    {INCREMENT 5|CYCLE|CACHE 7|MINVALUE -3|MAXVALUE 30000|START 12|AS smallint|NO CYCLE};
ALTER SEQUENCE {ticket|rig.number} OWNED BY {tool.other|NONE|wells.note};
ALTER SEQUENCE {ticket|rig.number} SET UNLOGGED;
ALTER SEQUENCE tool_id_seq RENAME TO {tool_number|"Tool Number"};
CREATE SEQUENCE {rig.extra|extra}{| INCREMENT -1| AS bigint CYCLE};
DROP SEQUENCE {ticket|rig.number} CASCADE;
COMMENT ON SEQUENCE {ticket|tool_id_seq|wells_id_seq} IS {'numbers'|NULL};
CREATE OR REPLACE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql {IMMUTABLE|STABLE} AS
    'SELECT {2 * n|n + n}';
CREATE OR REPLACE FUNCTION twice(t text) RETURNS text LANGUAGE sql IMMUTABLE {STRICT|COST 5} AS
    'SELECT t || {t|''x''}';
ALTER FUNCTION twice({integer|text}) {SECURITY DEFINER|PARALLEL SAFE|LEAKPROOF|COST 7|STRICT|VOLATILE};
ALTER FUNCTION twice({integer|text}) SET {work_mem = '8MB'|search_path = rig, public|"my.own" = 'a, b'};
CREATE FUNCTION {rig|public}.thrice({n integer|n integer, m integer DEFAULT 3|VARIADIC n integer[]}) RETURNS
    {integer|SETOF integer} LANGUAGE sql AS 'SELECT 3';
CREATE FUNCTION rig.counted() RETURNS bigint BEGIN ATOMIC SELECT count({*|id}) FROM wells; END;
DROP FUNCTION twice({integer|text}) CASCADE;
CREATE OR REPLACE PROCEDURE rig.tidy(days integer) LANGUAGE plpgsql AS 'BEGIN {NULL|RETURN}; END';
CREATE PROCEDURE {public|rig}.tidy({days text|OUT days bigint}) LANGUAGE sql AS 'SELECT 1';
COMMENT ON {FUNCTION twice(integer)|PROCEDURE rig.tidy(integer)|AGGREGATE total(integer)} IS {'a routine'|NULL};
CREATE OR REPLACE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '{0|5}');
CREATE AGGREGATE rig.total (bigint) (SFUNC = int8pl, STYPE =
    bigint{|, PARALLEL = SAFE|, COMBINEFUNC = int8pl|, SORTOP = >});
DROP AGGREGATE total (integer);
CREATE TABLE {rig.extra_table|"Log Data"."Extra Table"|rig.empty}
    ({id integer|id serial, at timestamptz DEFAULT now()|});
CREATE TABLE {copied|rig.copied} (LIKE wells INCLUDING {ALL|INDEXES|CONSTRAINTS});
CREATE TABLE {typed|rig.typed} OF rig.{span|pair};
DROP TABLE {tool|wells|rig.old_reading|"Log Data"."Order"} CASCADE;
ALTER TABLE {wells|rig.reading|tool|"Log Data"."Order"} ADD COLUMN {added|"Added x"}
    {integer|text DEFAULT 'x'|rig.metres|mood[]}{| NOT NULL};
ALTER TABLE {wells|rig.reading|tool|"Log Data"."Order"} DROP COLUMN {note|value|label|"from"|added} CASCADE;
ALTER TABLE {tool|wells} ALTER {label|note|name} TYPE {varchar(60)|text|varchar(10)};
ALTER TABLE {rig.reading|rig.reading_rest} ALTER value TYPE {numeric|float4};
ALTER TABLE {wells|tool|bit|rig.reading|rig.reading_rest|rig.reading_new_year} ALTER {id|name|label|well_id|value}
    SET NOT NULL;
ALTER TABLE {wells|tool|rig.reading} ALTER {name|id|day} DROP NOT NULL;
ALTER TABLE {wells|tool|bit} ALTER {depth|note|label|other|mood} SET DEFAULT {NULL|'7'|'good'};
ALTER TABLE {rig.reading|rig.reading_rest|rig.reading_new_year|rig.reading_2024} ALTER {value|well_id} SET DEFAULT
    {1|2};
ALTER TABLE {wells|bit|rig.reading|rig.reading_rest|rig.reading_new_year} ALTER {depth|id|value|day} DROP DEFAULT;
ALTER TABLE wells ALTER feet DROP EXPRESSION;
ALTER TABLE wells ALTER id {SET GENERATED ALWAYS|SET INCREMENT 5|SET START 100|SET CYCLE|DROP IDENTITY};
ALTER TABLE tool ALTER other SET NOT NULL, ALTER other ADD GENERATED {ALWAYS|BY DEFAULT} AS IDENTITY;
ALTER TABLE {wells|tool|rig.reading_rest} ALTER {name|label|note|value} SET STATISTICS {300|500};
ALTER TABLE {wells|tool} ALTER {name|label|note} SET STORAGE {EXTERNAL|MAIN};
ALTER TABLE {wells|tool} ALTER {name|label|note} SET COMPRESSION {pglz|default};
ALTER TABLE {wells|tool|rig.reading_rest} ALTER id SET (n_distinct{| = -0.5|_inherited} = {5|7});
ALTER TABLE {wells|tool|rig.reading_rest|rig.reading_new_year} SET (fillfactor = {70|80});
ALTER TABLE {wells|tool|rig.reading_new_year} SET
    ({autovacuum_enabled = false|toast.autovacuum_enabled = false|parallel_workers = 2});
ALTER TABLE {tool|bit|rig.reading_rest|rig.extra_table} SET UNLOGGED;
ALTER TABLE {rig.reading_rest|wells|tool} REPLICA IDENTITY {FULL|NOTHING|DEFAULT};
ALTER TABLE wells REPLICA IDENTITY USING INDEX wells_name_key;
ALTER TABLE wells CLUSTER ON {wells_pkey|wells_name_key};
ALTER TABLE {wells|rig.reading|tool} RENAME COLUMN {id|note|value} TO {ident|remark|measured};
ALTER TABLE {wells|tool|bit} RENAME TO {renamed|"Renamed Table"};
ALTER TABLE {wells|tool|rig.reading_rest} SET SCHEMA {"Log Data"|rig|public};
ALTER TABLE {bit|rig.extra_table} {NO INHERIT|INHERIT} tool;
ALTER TABLE {wells|tool|bit} ADD CONSTRAINT {checked|"Checked Too"} CHECK (id
    {> 0|< 1000000}){| NO INHERIT| NOT VALID};
ALTER TABLE {rig.reading|rig.reading_rest|rig.reading_new_year|rig.reading_2024} ADD CONSTRAINT {checked|sane}
    CHECK (value {> 0|< 9});
ALTER TABLE {wells|bit|tool|rig.reading_rest} ADD CONSTRAINT {unique_id|once} UNIQUE {|NULLS NOT DISTINCT}
    (id){| DEFERRABLE| DEFERRABLE INITIALLY DEFERRED};
ALTER TABLE {wells|tool} ADD CONSTRAINT {covering|wide} UNIQUE (id) INCLUDE ({name|label});
ALTER TABLE {tool|bit|"Log Data"."Order"} ADD CONSTRAINT {to_well|points} FOREIGN KEY ({id|other|"Select"})
    REFERENCES wells{| ON DELETE SET NULL| ON UPDATE CASCADE| MATCH FULL| DEFERRABLE| NOT VALID};
ALTER TABLE {rig.reading|rig.reading_rest|rig.reading_new_year} ADD CONSTRAINT {to_tool|points} FOREIGN KEY (id)
    REFERENCES tool{| ON DELETE CASCADE};
ALTER TABLE {bit|rig.extra_table} ADD PRIMARY KEY (id);
ALTER TABLE {wells|rig.reading|"Log Data"."Order"|tool} DROP CONSTRAINT
    {deep_enough|reading_well_id_fkey|"Order_booked_excl"|checked} CASCADE;
ALTER TABLE {wells|rig.reading|tool} DROP CONSTRAINT {wells_pkey|reading_pkey|tool_pkey|wells_name_key} CASCADE;
ALTER TABLE wells RENAME CONSTRAINT {deep_enough|wells_pkey|wells_name_key} TO {other_name|"Other Name"};
ALTER TABLE wells VALIDATE CONSTRAINT {deep_enough|checked};
ALTER TABLE "Log Data"."Order" ADD CONSTRAINT overlap EXCLUDE USING gist (booked WITH
    {&&|-|-}){| WHERE ("Select" > 0)| DEFERRABLE};
ALTER TABLE rig.reading ALTER CONSTRAINT reading_well_id_fkey {DEFERRABLE|DEFERRABLE INITIALLY DEFERRED};
COMMENT ON {TABLE wells|TABLE rig.reading_rest|COLUMN wells.id|COLUMN rig.reading_rest.value|COLUMN deep.id|VIEW
    deep} IS {'commented'|NULL};
COMMENT ON {MATERIALIZED VIEW rig.summary|COLUMN rig.summary.readings|INDEX wells_note|FOREIGN TABLE
    rig.old_reading} IS {'said'|NULL};
COMMENT ON {CONSTRAINT deep_enough ON wells|TRIGGER touched ON wells|RULE kept ON tool|POLICY mine ON wells} IS
    {'why'|NULL};
COMMENT ON {STATISTICS rig.alike|EVENT TRIGGER watched|PUBLICATION wells_only|SERVER archive} IS {'for once'|NULL};
COMMENT ON {OPERATOR rig.=== (integer, integer)|OPERATOR CLASS rig.ordering USING btree|OPERATOR FAMILY rig.family
    USING btree} IS 'odd';
COMMENT ON {CAST (rig.span AS text)|TEXT SEARCH DICTIONARY rig.words|TEXT SEARCH CONFIGURATION
    rig.search|CONVERSION rig.latin} IS 'odd';
COMMENT ON FOREIGN DATA WRAPPER wrapper IS {'to the old one'|NULL};
CREATE TABLE rig.reading_{2025|extra} PARTITION OF
    rig.reading{| (value DEFAULT 4)| (CONSTRAINT own CHECK (value > 1))} FOR VALUES FROM ('2025-01-01') TO
    ('2026-01-01');
CREATE TABLE rig.reading_leap PARTITION OF rig.reading_2024 {FOR VALUES IN ('2024-02-29')|DEFAULT};
ALTER TABLE rig.reading DETACH PARTITION rig.{reading_rest|reading_2024|reading_2025};
ALTER TABLE rig.reading_2024 DETACH PARTITION rig.{reading_new_year|reading_leap};
ALTER TABLE rig.reading ATTACH PARTITION rig.{reading_old|reading_rest|reading_2025}
    {FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')|DEFAULT};
CREATE{| UNIQUE} INDEX {extra_index|other_index} ON {wells|tool}
    ({id|id DESC|id NULLS FIRST|id, id}){| WHERE id > 0| WITH (fillfactor = 60)};
CREATE INDEX {text_index|named} ON wells USING
    {btree (name)|btree (name COLLATE "C")|btree (name text_pattern_ops)|hash (name)|btree (name) INCLUDE
    (depth)|brin (depth)};
CREATE INDEX {part_index|day_index} ON
    {rig.reading|ONLY rig.reading|rig.reading_rest|rig.reading_new_year|rig.reading_2024}
    ({day|value DESC|well_id});
ALTER INDEX rig.reading_value {RENAME TO renamed_value|ATTACH PARTITION rig.day_index};
ALTER INDEX rig.{reading_rest_value|summary_well} RENAME TO {renamed_index|"Renamed Index"};
ALTER INDEX wells_note ALTER COLUMN 1 SET STATISTICS {200|300};
ALTER INDEX {wells_note|wells_pkey|rig.reading_rest_value} SET (fillfactor = {50|60});
DROP INDEX {wells_note|rig.reading_value|rig.reading_rest_value|rig.summary_well};
CREATE STATISTICS {rig.extra_stats|extra_stats} {|(ndistinct)|(mcv)} ON {id, name|depth, name|id, (depth + 1)} FROM
    wells;
ALTER STATISTICS rig.alike SET STATISTICS {100|200};
DROP STATISTICS rig.{alike|extra_stats};
CREATE OR REPLACE VIEW deep AS SELECT id, name{|, depth} FROM wells WHERE depth > {2000|3000};
CREATE VIEW {rig.extra_view|extra_view} AS SELECT {id FROM wells|* FROM rig.reading|1 AS a};
ALTER VIEW deep {SET (security_barrier = true)|SET (security_invoker = true)|SET (check_option = local)|RESET
    (security_barrier)};
ALTER VIEW deep ALTER name SET DEFAULT {'none'|'some'};
ALTER VIEW deep RENAME COLUMN name TO {title|"Title"};
DROP VIEW {deep|"Log Data".deepest} CASCADE;
CREATE MATERIALIZED VIEW {rig.extra_summary|extra_summary} AS SELECT id FROM wells{| WITH NO DATA};
ALTER MATERIALIZED VIEW rig.summary
    {SET (fillfactor = 50)|RENAME COLUMN readings TO counted|ALTER readings SET STATISTICS 50|CLUSTER ON
    summary_well};
DROP MATERIALIZED VIEW rig.summary;
CREATE TRIGGER {extra|"Extra Trigger"} {BEFORE INSERT|AFTER UPDATE OF id|AFTER DELETE OR TRUNCATE|BEFORE UPDATE} ON
    {wells|tool|bit} FOR EACH STATEMENT EXECUTE FUNCTION rig.touched({|'a'|'a', 'b'});
CREATE TRIGGER {extra|other} AFTER INSERT ON {rig.reading|rig.reading_rest|rig.reading_new_year} FOR EACH ROW
    {|WHEN (NEW.id > 0)} EXECUTE FUNCTION rig.touched();
CREATE CONSTRAINT TRIGGER {assured|other} AFTER INSERT ON {wells|tool} {|FROM wells}
    {|DEFERRABLE|DEFERRABLE INITIALLY DEFERRED} FOR EACH ROW EXECUTE FUNCTION rig.touched();
ALTER TABLE {wells|rig.reading|rig.reading_rest} {DISABLE TRIGGER|ENABLE ALWAYS TRIGGER|ENABLE TRIGGER}
    {touched|read};
ALTER TRIGGER {touched ON wells|read ON rig.reading|looked ON deep} RENAME TO {retouched|"Retouched"};
DROP TRIGGER {touched ON wells|read ON rig.reading|looked ON deep};
CREATE OR REPLACE RULE kept AS ON DELETE TO tool DO {ALSO NOTHING|INSTEAD SELECT 1};
CREATE RULE {extra|"Extra Rule"} AS ON UPDATE TO {wells|"Log Data"."Order"} DO ALSO {NOTHING|SELECT 1};
ALTER TABLE tool {DISABLE RULE|ENABLE ALWAYS RULE|ENABLE REPLICA RULE} kept;
DROP RULE kept ON tool;
ALTER POLICY mine ON wells {TO reader|USING (id > 0)|RENAME TO yours|TO reader, public};
CREATE POLICY {extra|"Extra Policy"} ON
    {wells|rig.reading|rig.reading_rest|"Log Data"."Order"}{| AS RESTRICTIVE}{| FOR UPDATE| FOR DELETE} USING
    ({true|current_user = 'x'});
DROP POLICY {mine ON wells|"of the log" ON "Log Data"."Order"};
ALTER TABLE {wells|rig.reading|rig.reading_rest|"Log Data"."Order"} {ENABLE|FORCE|DISABLE|NO FORCE} ROW LEVEL
    SECURITY;
CREATE EVENT TRIGGER {extra|other} ON {sql_drop|ddl_command_start}{| WHEN TAG IN ('DROP TABLE')} EXECUTE FUNCTION
    rig.watched();
ALTER EVENT TRIGGER watched {DISABLE|ENABLE ALWAYS|ENABLE REPLICA|RENAME TO overseen};
DROP EVENT TRIGGER watched;
CREATE PUBLICATION {extra|other}
    {FOR TABLE tool|FOR ALL TABLES|FOR TABLES IN SCHEMA rig|}{| WITH (publish = 'insert')};
ALTER PUBLICATION wells_only {ADD TABLE tool|SET TABLE wells|SET (publish = 'update')|SET
    (publish_via_partition_root)|SET TABLE wells WHERE (id > 5)};
ALTER PUBLICATION rig_only {ADD TABLES IN SCHEMA public|DROP TABLES IN SCHEMA rig|ADD TABLE tool};
DROP PUBLICATION wells_only;
CREATE SUBSCRIPTION {listening|hearing} CONNECTION 'host=127.0.0.1' PUBLICATION wells_only WITH (connect =
    false{|, binary = true|, slot_name = NONE});
CREATE OPERATOR {rig|public}.!=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION =
    int4ne{|, HASHES|, COMMUTATOR = !===});
ALTER OPERATOR rig.=== (integer, integer) SET (RESTRICT = {eqsel|neqsel});
DROP OPERATOR rig.=== (integer, integer);
ALTER OPERATOR FAMILY rig.family USING btree ADD
    {OPERATOR 1 < (bigint, bigint)|FUNCTION 1 (bigint, bigint) btint8cmp (bigint, bigint)};
DROP OPERATOR CLASS rig.ordering USING btree;
CREATE CAST (rig.{depths|metres} AS text) WITH INOUT{| AS ASSIGNMENT| AS IMPLICIT};
DROP CAST (rig.span AS text);
ALTER TEXT SEARCH DICTIONARY rig.words (accept = {false|true});
ALTER TEXT SEARCH CONFIGURATION rig.search {ALTER MAPPING FOR asciiword WITH rig.words|DROP MAPPING FOR asciiword};
CREATE TEXT SEARCH DICTIONARY {rig.more_words|more_words} (TEMPLATE = simple{|, STOPWORDS = english});
CREATE TEXT SEARCH {PARSER rig.parser|PARSER parser} (START = prsd_start, GETTOKEN = prsd_nexttoken, END =
    prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE {rig.template|template} (LEXIZE = dsimple_lexize);
DROP TEXT SEARCH CONFIGURATION rig.search;
CREATE{| DEFAULT} CONVERSION {rig.extra|extra} FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
DROP CONVERSION rig.latin;
CREATE ACCESS METHOD {heap_too|heap_three} TYPE TABLE HANDLER heap_tableam_handler;
CREATE{| TRUSTED} LANGUAGE {speech|talk} HANDLER plpgsql_call_handler;
CREATE TRANSFORM FOR {integer|text} LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
ALTER FOREIGN DATA WRAPPER wrapper OPTIONS ({SET mode 'two'|ADD speed 'high'|DROP mode});
ALTER SERVER archive {OPTIONS (SET host 'new')|VERSION '2'|OPTIONS (ADD port '1')};
ALTER USER MAPPING FOR reader SERVER archive OPTIONS ({SET password 'some'|ADD u 'v'});
CREATE USER MAPPING FOR {public|writer} SERVER archive;
ALTER FOREIGN TABLE rig.old_reading
    {OPTIONS (SET file 'b')|ALTER id OPTIONS (SET place '2')|ADD COLUMN more text|ALTER value SET NOT NULL|ADD
    CHECK (id > 0)};
DROP USER MAPPING FOR reader SERVER archive;
DROP SERVER archive CASCADE;
