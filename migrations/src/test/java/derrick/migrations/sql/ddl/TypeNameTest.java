package derrick.migrations.sql.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypeNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer|int4",
                "INT|int4",
                "bigserial|serial8",
                "decimal(8,2)|numeric(8, 2)",
                "character varying(20)|varchar(20)",
                "national character(3)|char(3)",
                "\"char\"|\"char\"",
                "double precision|float8",
                "timestamp(3) with time zone|timestamptz(3)",
                "time without time zone|time",
                "bit varying(4)|varbit(4)",
                "pg_catalog.int4|int4",
                "text[][3]|text[]",
                "integer ARRAY[4]|int4[]",
                "s.mood|s.mood",
            })
    void typesAreReadWithTheirShortNames(String sql, String type) {
        assertThat(type(sql)).hasToString(type);
    }

    @Test
    void textThatIsNoTypeIsNotRead() {
        assertThat(TypeName.parse("")).isEmpty();
        assertThat(TypeName.parse("'text'")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(20)|varchar(50)|true",
                "varchar(20)|text|true",
                "varchar(20)|varchar(10)|false",
                "text|varchar|true",
                "text|varchar(50)|false",
                "numeric(8,2)|numeric(10,2)|true",
                "numeric(8,2)|numeric|true",
                "numeric(8,2)|numeric(10,3)|false",
                "timestamptz(3)|timestamptz|true",
                "timestamptz|timestamptz(3)|false",
                "char(5)|char(10)|false",
                "int|bigint|false",
                "int|int|true",
                "varchar(20)[]|varchar(50)[]|false",
            })
    void aTypeThatOnlyWidensNeedsNoScan(String old, String widened, boolean widens) {
        assertThat(type(widened).widens(type(old))).isEqualTo(widens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int|bigint|true",
                "bigint|int|false",
                "real|double precision|true",
                "date|timestamptz|true",
                "json|jsonb|true",
                "boolean|text|true",
                "int|varchar(5)|false",
                "int[]|text|false",
            })
    void aTypeHoldsAllValuesOfANarrowerOne(String old, String wider, boolean holds) {
        assertThat(type(wider).holdsAllOf(type(old))).isEqualTo(holds);
    }

    private static TypeName type(String sql) {
        return TypeName.parse(sql).orElseThrow();
    }
}
