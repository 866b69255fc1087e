package derrick.migrations.diff.ddl;

import static derrick.migrations.diff.TestCatalog.column;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnDdlTest {
    private static final String BIGINT = "bigint START 1 INCREMENT 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1";
    private static final String BY_5 = "bigint START 10 INCREMENT 5 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1";

    @Test
    void aDefinitionHasTypeDefaultAndNotNull() {
        ColumnDdl ddl = ddl(column(
                "size", "character varying(9)", false, new ColumnDefault.Default("'a'::character varying"), none()));

        assertThat(ddl.definition()).isEqualTo("size varchar(9) DEFAULT 'a' NOT NULL");
        assertThat(ddl.nullableDefinition()).isEqualTo("size varchar(9) DEFAULT 'a'");
        assertThat(ddl.bareDefinition()).isEqualTo("size varchar(9)");
    }

    @Test
    void aSerialColumnNeedsNoSequenceStatements() {
        ColumnDdl ddl = ddl(serial("rig_id_seq"));

        assertThat(ddl.definition()).isEqualTo("id bigserial");
        assertThat(ddl.createSequence()).isEmpty();
        assertThat(ddl.ownSequence()).isEmpty();
    }

    @Test
    void aSequenceWithAnotherNameIsCreatedAndOwned() {
        ColumnDdl ddl = ddl(serial("ticket"));

        assertThat(ddl.createSequence()).containsExactly("CREATE SEQUENCE ticket AS " + BIGINT);
        assertThat(ddl.definition()).isEqualTo("id bigint DEFAULT nextval('ticket'::regclass) NOT NULL");
        assertThat(ddl.ownSequence()).containsExactly("ALTER SEQUENCE ticket OWNED BY rig.id");
    }

    @Test
    void anIdentityColumnHasItsOptionsUnlessTheyAreTheDefault() {
        ColumnDefault always = new ColumnDefault.Identity(true);

        assertThat(ddl(column("id", "bigint", false, always, Optional.of(BIGINT)))
                        .definition())
                .isEqualTo("id bigint GENERATED ALWAYS AS IDENTITY NOT NULL");
        assertThat(ddl(column("id", "bigint", false, always, Optional.of(BY_5))).definition())
                .isEqualTo("id bigint GENERATED ALWAYS AS IDENTITY (%s) NOT NULL".formatted(BY_5.substring(7)));
    }

    @Test
    void aGeneratedColumnHasItsExpression() {
        assertThat(ddl(column("low", "text", true, new ColumnDefault.Generated("lower(a)", true), none()))
                        .definition())
                .isEqualTo("low text GENERATED ALWAYS AS (lower(a)) STORED");
    }

    @Test
    void aCollationFollowsTheType() {
        Column column = new Column(
                "name",
                "text",
                true,
                new ColumnDefault.NoDefault(),
                none(),
                Optional.of("\"C\""),
                false,
                Optional.of("it's"));

        assertThat(ddl(column).definition()).isEqualTo("name text COLLATE \"C\"");
        assertThat(ddl(column).comment()).isEqualTo("COMMENT ON COLUMN rig.name IS 'it''s'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'it''s'::text | 'it''s'
            'a'::character varying | 'a'
            'a'::mood | 'a'::mood
            lower('A'::text) | lower('A'::text)
            0 | 0
            """)
    void onlyTheCastOfAStringToATextTypeIsOmitted(String printed, String written) {
        assertThat(ColumnDdl.expression(printed)).isEqualTo(written);
    }

    private static ColumnDdl ddl(Column column) {
        return new ColumnDdl("rig", column);
    }

    private static Column serial(String sequence) {
        return column(
                "id",
                "bigint",
                false,
                new ColumnDefault.Default("nextval('%s'::regclass)".formatted(sequence)),
                Optional.of(BIGINT));
    }

    private static Optional<String> none() {
        return Optional.empty();
    }
}
