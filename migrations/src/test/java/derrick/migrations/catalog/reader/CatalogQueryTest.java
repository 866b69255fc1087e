package derrick.migrations.catalog.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogQueryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a)::text = ANY ((ARRAY['x'::character varying, 'it''s (y)'::character varying])::text[])",
                "a::text = ANY (ARRAY['x'::character varying, 'it''s (y)'::character varying]::text[])",
                "(a)::text = ANY (ARRAY[('x'::character varying)::text, ('it''s (y)'::character varying)::text])",
            })
    void aCastOfAListIsWrittenForEachElement(String written) {
        assertThat(CatalogQuery.normalized(written))
                .isEqualTo("a::text = ANY (ARRAY['x'::character varying::text, 'it''s (y)'::character varying::text])")
                .isEqualTo(CatalogQuery.normalized(CatalogQuery.normalized(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower(a)::text", "\"F\"(a)::text", "(a || b)::text"})
    void otherParenthesesRemain(String written) {
        assertThat(CatalogQuery.normalized(written)).isEqualTo(written);
    }
}
