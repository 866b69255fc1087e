package derrick.migrations.diff.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Routine;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutineDdlTest {
    private static final String TWICE =
            "CREATE OR REPLACE FUNCTION twice(n integer)\n RETURNS integer\n LANGUAGE sql\n";
    private static final Routine FUNCTION =
            routine(TWICE + "AS $function$SELECT 2 * n$function$\n", Optional.of("doubles"));

    @Test
    void aFunctionIsCreatedWithItsComment() {
        assertThat(new RoutineDdl(FUNCTION).create())
                .containsExactly(
                        TWICE + "AS $function$SELECT 2 * n$function$",
                        "COMMENT ON FUNCTION twice(integer) IS 'doubles'");
        assertThat(new RoutineDdl(FUNCTION).drop()).isEqualTo("DROP FUNCTION twice(integer)");
    }

    @Test
    void aProcedureIsDroppedAsOne() {
        assertThat(new RoutineDdl(routine("CREATE OR REPLACE PROCEDURE twice(n integer)\n", Optional.empty())).drop())
                .isEqualTo("DROP PROCEDURE twice(integer)");
    }

    @Test
    void onlyAnotherBodyCanBeReplaced() {
        assertThat(RoutineDdl.canReplace(FUNCTION, routine(TWICE + "AS 'SELECT n + n'", Optional.empty())))
                .isTrue();
        assertThat(RoutineDdl.canReplace(
                        FUNCTION, routine(FUNCTION.definition().replace("S integer", "S bigint"), Optional.empty())))
                .isFalse();
    }

    @Test
    void onlyWhatDiffersIsReplaced() {
        Routine withoutComment = routine(FUNCTION.definition(), Optional.empty());

        assertThat(new RoutineDdl(FUNCTION).replaceWith(withoutComment).up())
                .containsExactly("COMMENT ON FUNCTION twice(integer) IS NULL");
        assertThat(new RoutineDdl(FUNCTION).replaceWith(withoutComment).down())
                .containsExactly("COMMENT ON FUNCTION twice(integer) IS 'doubles'");
    }

    private static Routine routine(String definition, Optional<String> comment) {
        return new Routine("twice(integer)", definition, comment);
    }
}
