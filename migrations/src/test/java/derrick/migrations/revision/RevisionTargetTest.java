package derrick.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.testing.Scripts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RevisionTargetTest {
    @TempDir
    static Path folder;

    private static Revisions revisions;

    @BeforeAll
    static void writeScripts() {
        Scripts scripts = new Scripts(folder);
        Stream.of("001__initial_schema", "002__add_pump", "003__add_mast", "010__drop_mast", "011__add_hose")
                .forEach(name -> scripts.write("V" + name + ".sql", "SELECT 1;\n"));
        revisions = scripts.revisions();
    }

    @ParameterizedTest
    @CsvSource({
        "base, head, 011",
        "base, 001_initial, 001",
        "base, 001_initial_schema, 001",
        "base, 002_, 002",
        "base, 3, 003",
        "base, 003, 003",
        "base, 03, 003",
        "base, 10, 010",
        "base, +1, 001",
        "base, +5, 011",
        "003, current, 003",
        "003, base, base",
        "003, +0, 003",
        "003, +1, 010",
        "003, -1, 002",
        "003, -3, base",
        "011, -1, 010",
        "base, current, base",
        "base, base, base"
    })
    void aTargetIsResolvedFromTheCurrentRevision(String current, String target, String meant) {
        assertThat(revisions.resolve(target, revision(current))).isEqualTo(revision(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4", "004", "001_initial_schemas", "initial", "Head", "", " head", "+", "1x", "99999999999999"})
    void anUnknownTargetListsTheRevisions(String target) {
        assertThatThrownBy(() -> revisions.resolve(target, Optional.empty()))
                .isInstanceOf(UnknownRevision.class)
                .hasMessage("there is no revision '" + target + "'; there are 001_initial_schema, 002_add_pump, "
                        + "003_add_mast, 010_drop_mast, 011_add_hose");
    }

    @ParameterizedTest
    @CsvSource({
        "00, 001_initial_schema or 002_add_pump or 003_add_mast",
        "0, 001_initial_schema or 002_add_pump or 003_add_mast or 010_drop_mast or 011_add_hose"
    })
    void anAmbiguousTargetListsTheCandidates(String target, String candidates) {
        assertThatThrownBy(() -> revisions.resolve(target, Optional.empty()))
                .isInstanceOf(AmbiguousRevision.class)
                .hasMessage("'" + target + "' is ambiguous: " + candidates);
    }

    @ParameterizedTest
    @CsvSource({
        "base, -1, -1 leads below base: from base there are 5 revisions up to head and 0 down to base",
        "003, -4, -4 leads below base: from 003_add_mast there are 2 revisions up to head and 3 down to base",
        "003, +3, +3 leads beyond head: from 003_add_mast there are 2 revisions up to head and 3 down to base",
        "011, +1, +1 leads beyond head: from 011_add_hose there are 0 revisions up to head and 5 down to base"
    })
    void stepsBeyondTheEndsLeadNowhere(String current, String target, String message) {
        assertThatThrownBy(() -> revisions.resolve(target, revision(current)))
                .isInstanceOf(UnknownRevision.class)
                .hasMessage(message);
    }

    private static Optional<Revision> revision(String id) {
        return revisions.all().stream()
                .filter(revision -> revision.id().equals(id))
                .findFirst();
    }
}
