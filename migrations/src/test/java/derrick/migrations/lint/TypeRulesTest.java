package derrick.migrations.lint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "json-type | `CREATE TABLE fresh (j json)`",
                "json-type | `ALTER TABLE old ADD j json[]`",
                "json-type | `ALTER TABLE old ALTER name TYPE json`",
                "char-type | `CREATE TABLE fresh (c char(3))`",
                "char-type | `CREATE TABLE fresh (c CHARACTER (3))`",
                "char-type | `ALTER TABLE old ADD c bpchar`",
                "char-type | `CREATE TABLE fresh (a int,\nc national char(3))`",
                "timestamp-without-zone | `CREATE TABLE fresh (t timestamp)`",
                "timestamp-without-zone | `CREATE TABLE fresh (t timestamp(3) without time zone)`",
                "timestamp-without-zone | `ALTER TABLE old ALTER at TYPE timestamp`",
                "timestamp-without-zone | `CREATE TABLE fresh (id bigint,\ntimestamp timestamp)`",
                "int-key | `CREATE TABLE fresh (id serial PRIMARY KEY)`",
                "int-key | `CREATE TABLE fresh (\nid int4 GENERATED ALWAYS AS IDENTITY PRIMARY KEY)`",
                "int-key | `CREATE TABLE fresh (id smallint, name text,\nCONSTRAINT k PRIMARY KEY (id))`",
                "int-key | `ALTER TABLE old ADD CONSTRAINT k PRIMARY KEY (n)`",
                "long-name | `CREATE TABLE nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn ()`",
                "long-name | `SELECT 1;\nSELECT 1 AS \"üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü\"`",
            })
    void anUnsuitableTypeOrNameIsFound(String rule, String sql) {
        RuleCases.assertFound(rule, sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "json-type | `CREATE TABLE fresh (json jsonb)`",
                "json-type | `SELECT '1'::json`",
                "json-type | `CREATE TABLE fresh (j jsonb DEFAULT to_json(1)::jsonb)`",
                "json-type | `CREATE FUNCTION f(j json) RETURNS json LANGUAGE sql AS 'SELECT j'`",
                "char-type | `CREATE TABLE fresh (c char varying(3))`",
                "char-type | `CREATE TABLE fresh (c \"char\")`",
                "char-type | `CREATE TABLE fresh (char text)`",
                "char-type | `CREATE TABLE fresh (c character varying)`",
                "timestamp-without-zone | `CREATE TABLE fresh (timestamp timestamptz)`",
                "timestamp-without-zone | `CREATE TABLE fresh (t timestamp (3) with time zone)`",
                "timestamp-without-zone | `CREATE TABLE fresh (t timestamptz DEFAULT '2020-01-01'::timestamp)`",
                "int-key | `CREATE TABLE fresh (id bigserial PRIMARY KEY)`",
                "int-key | `CREATE TABLE fresh (rig int, at timestamptz, PRIMARY KEY (rig, at))`",
                "int-key | `CREATE TABLE fresh (id bigint PRIMARY KEY, n int UNIQUE)`",
                "int-key | `CREATE TABLE fresh (name text PRIMARY KEY, n serial)`",
                "int-key | `ALTER TABLE old ADD CONSTRAINT k PRIMARY KEY (id)`",
                "long-name | `CREATE TABLE nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn ()`",
                "long-name | `SELECT 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn'`",
                "long-name | `SELECT 1 AS \"üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü\"`",
                "long-name | `SELECT 1 -- nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn`",
            })
    void aSuitableTypeOrNameIsNotFound(String rule, String sql) {
        RuleCases.assertNotFound(rule, sql);
    }
}
