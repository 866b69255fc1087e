package derrick.migrations.catalog.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizedSqlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a)::text = ANY ((ARRAY['x'::character varying, 'it''s (y)'::character varying])::text[])",
                "a::text = ANY (ARRAY['x'::character varying, 'it''s (y)'::character varying]::text[])",
                "(a)::text = ANY (ARRAY[('x'::character varying)::text, ('it''s (y)'::character varying)::text])",
            })
    void aListIsSpeltInOneWay(String written) {
        assertThat(NormalizedSql.sql(written))
                .isEqualTo("a::text = ANY (ARRAY['x'::character varying::text, 'it''s (y)'::character varying::text])")
                .isEqualTo(NormalizedSql.sql(NormalizedSql.sql(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower(a)::text", "\"F\"(a)::text", "(a || b)::text"})
    void bracketsThatMeanSomethingStay(String written) {
        assertThat(NormalizedSql.sql(written)).isEqualTo(written);
    }
}
