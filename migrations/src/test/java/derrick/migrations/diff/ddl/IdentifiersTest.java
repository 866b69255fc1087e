package derrick.migrations.diff.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rig | rig
            rig_2 | rig_2
            Rig | "Rig"
            2rig | "2rig"
            rig name | "rig name"
            a"b | "a""b"
            tiefe_größe | "tiefe_größe"
            user | "user"
            order | "order"
            """)
    void aNameIsQuotedWhereSqlNeedsIt(String name, String sql) {
        assertThat(Identifiers.of(name)).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rig | rig | rig
            yard.pipe | pipe | pipe
            "Rig" | "Rig" | Rig
            "my yard"."Pipe" | "Pipe" | Pipe
            "a.b" | "a.b" | a.b
            yard."a""b" | "a""b" | a"b
            """)
    void aNameIsSplitFromItsSchema(String object, String withoutSchema, String unquoted) {
        assertThat(Identifiers.withoutSchema(object)).isEqualTo(withoutSchema);
        assertThat(Identifiers.unquoted(object)).isEqualTo(unquoted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rig | idx | idx
            yard.pipe | idx | yard.idx
            "my yard".pipe | Idx | "my yard"."Idx"
            """)
    void aNameIsQualifiedWithTheSchemaOfAnotherObject(String object, String name, String qualified) {
        assertThat(Identifiers.inSchemaOf(object, name)).isEqualTo(qualified);
    }

    @Test
    void aSuffixIsKeptWhereTheNameIsTruncatedTo63Bytes() {
        assertThat(Identifiers.withSuffix("rig", "new")).isEqualTo("rig_new");
        assertThat(Identifiers.withSuffix("r".repeat(70), "new")).isEqualTo("r".repeat(59) + "_new");
        assertThat(Identifiers.withSuffix("ö".repeat(40), "new")).isEqualTo("ö".repeat(29) + "_new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rig | rig
            yard.pipe | yard_pipe
            "My Rig" | my_rig
            """)
    void aFileNameHasLowerCaseLettersAndUnderscores(String name, String expected) {
        assertThat(Identifiers.forFileName(name)).isEqualTo(expected);
    }
}
