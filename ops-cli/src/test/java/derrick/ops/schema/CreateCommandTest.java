package derrick.ops.schema;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateCommandTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Path files;
    private Path schema;

    @BeforeEach
    void createARevisionAndDeclareTheSameSchema() throws IOException {
        files = Files.createDirectory(folder.resolve("migrations"));
        schema = Files.createDirectory(folder.resolve("schema"));
        Files.writeString(files.resolve("V001__make_rig.sql"), "CREATE TABLE rig (id bigint, speed text);\n");
        Files.writeString(files.resolve("U001__make_rig.sql"), "DROP TABLE rig;\n");
        declare("CREATE TABLE rig (id bigint, speed text);");
    }

    @Test
    void noFilesAreWrittenIfNothingDiffers() throws IOException {
        Cli create = create("add rigs");

        assertThat(create.exitCode()).isZero();
        assertThat(create.out().lines())
                .containsExactly(
                        "the files create the declared schema; nothing to write",
                        "not compared: owners; order of columns; names of partitions' indexes; grants,",
                        "  unless declared");
        assertThat(names()).containsExactly("U001__make_rig.sql", "V001__make_rig.sql");
    }

    @Test
    void aDifferenceIsWrittenAsTwoFiles() throws IOException {
        declare("CREATE TABLE rig (id bigint, speed text, owner varchar(50));");

        Cli create = create("Add owner to rig");

        assertThat(create.exitCode()).isZero();
        assertThat(create.out().lines())
                .containsExactly("in " + files, "wrote V002__add_owner_to_rig.sql", "wrote U002__add_owner_to_rig.sql");
        assertThat(files.resolve("V002__add_owner_to_rig.sql")).hasContent("""
                -- Add owner to rig

                SET LOCAL lock_timeout = '5s';

                ALTER TABLE rig ADD COLUMN owner varchar(50);
                """);
        assertThat(files.resolve("U002__add_owner_to_rig.sql")).hasContent("""
                -- Reverts: Add owner to rig

                SET LOCAL lock_timeout = '5s';

                ALTER TABLE rig DROP COLUMN owner;
                """);
        assertThat(create("add owner once more").out()).contains("nothing to write");
    }

    @Test
    void theReportIsAvailableAsJson() throws IOException {
        declare("CREATE TABLE rig (id bigint, speed text); CREATE INDEX rig_id ON rig (id);");

        assertThat(create("find rigs fast", "--json").out().strip())
                .isEqualTo(("{\"written\":[{\"revision\":\"002\",\"name\":\"002_find_rigs_fast\","
                                + "\"upgrade\":\"%s/V002__find_rigs_fast.sql\","
                                + "\"downgrade\":\"%s/U002__find_rigs_fast.sql\",\"transactional\":false}],"
                                + "\"remarks\":[],\"commented_out\":[],\"not_written\":[]}")
                        .formatted(files, files));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "Changes", "fix", "migration", "002", "  "})
    void aVagueMessageOfOneWordIsRejected(String message) throws IOException {
        Cli create = create(message);

        assertThat(create.exitCode()).isEqualTo(2);
        assertThat(create.err()).contains("name the change, for example \"add user preferences table\"");
        assertThat(names()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"change the tables", "new table", "rigs"})
    void aVagueMessageOfSeveralWordsIsAcceptedWithAdvice(String message) throws IOException {
        Cli create = create(message, "--empty");

        assertThat(create.exitCode()).isZero();
        assertThat(create.err())
                .containsOnlyOnce("advice: name the change, for example \"add user preferences table\"");
        assertThat(names()).hasSize(4);
    }

    @Test
    void aPersianMessageIsTransliteratedInFileNamesOnly() throws IOException {
        Cli create = create("افزودن عمق به چاه\u200cها", "--empty");

        assertThat(create.exitCode()).isZero();
        assertThat(create.err()).doesNotContain("advice");
        assertThat(files.resolve("V002__afzwdn_mq_bh_chahha.sql"))
                .content()
                .startsWith("-- افزودن عمق به چاه\u200cها\n");
        assertThat(files.resolve("U002__afzwdn_mq_bh_chahha.sql")).exists();
    }

    @Test
    void emptyFilesRunUpAndDown() throws IOException {
        Files.delete(files.resolve("V001__make_rig.sql"));
        Files.delete(files.resolve("U001__make_rig.sql"));

        assertThat(create("initial state", "--empty").exitCode()).isZero();

        assertThat(names()).containsExactly("U001__initial_state.sql", "V001__initial_state.sql");
        assertThat(run("upgrade").exitCode()).isZero();
        assertThat(run("lint").exitCode()).isZero();
        assertThat(run("downgrade", "base", "--yes").exitCode()).isZero();
    }

    @Test
    void stepsThatLoseDataAreCommentedOutUnlessAllowed() throws IOException {
        declare("CREATE TABLE rig (id bigint);");

        Cli create = create("drop speed of rig");
        assertThat(create.exitCode()).isEqualTo(1);
        assertThat(create.out()).contains("""
                        commented out, because it loses data (include it with --allow-destructive):
                          the values of rig.speed
                        """);
        assertThat(files.resolve("V002__drop_speed_of_rig.sql"))
                .content()
                .contains(
                        "-- Commented out, because it loses the values of rig.speed.",
                        "-- ALTER TABLE rig DROP COLUMN speed;")
                .doesNotContain("\nALTER");
        assertThat(run("lint").out()).doesNotContain("V002", "U002");

        Cli allowed = create("drop speed of rig", "--allow-destructive");
        assertThat(allowed.exitCode()).isZero();
        assertThat(files.resolve("V003__drop_speed_of_rig.sql"))
                .content()
                .contains("-- verify:differs rig.speed because", "\nALTER TABLE rig DROP COLUMN speed;");
        assertThat(run("lint").out()).doesNotContain("003");
    }

    @Test
    void aTerminalAsksForRenames() throws IOException {
        declare("CREATE TABLE rig (id bigint, rop text);");

        Cli create = Cli.typed("yes\n", words("rename speed to rop"));

        assertThat(create.err()).contains("Is rig.rop another name for rig.speed?");
        assertThat(create.exitCode()).isZero();
        assertThat(files.resolve("V002__rename_speed_to_rop.sql"))
                .content()
                .contains("ALTER TABLE rig RENAME COLUMN speed TO rop;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rig.speed=rop", "speed=rop"})
    void renamesAreOptions(String rename) throws IOException {
        declare("CREATE TABLE rig (id bigint, rop text);");

        assertThat(create("rename speed to rop", "--rename", rename).exitCode()).isZero();
        assertThat(create("rename speed to rop").out()).contains("nothing to write");
        assertThat(run("lint").out()).doesNotContain("V002", "U002");
    }

    @Test
    void aRenameOfAMissingColumnIsRejected() throws IOException {
        declare("CREATE TABLE rig (id bigint, rop text);");

        Cli create = create("rename speed to rop", "--rename", "rig.pace=rop");

        assertThat(create.exitCode()).isEqualTo(2);
        assertThat(create.err()).contains("cannot rename rig.pace to rop");
    }

    @Test
    void unsupportedDifferencesAreListed() throws IOException {
        declare("CREATE TABLE rig (id bigint, speed text) PARTITION BY RANGE (id);");

        Cli create = create("cut rigs by id");

        assertThat(create.exitCode()).isEqualTo(1);
        assertThat(create.out())
                .contains(
                        "not written, because create does not support it:",
                        "table rig: partition key is none, not RANGE");
        assertThat(names()).hasSize(2);
    }

    @Test
    void linesFitIn80Columns() throws IOException {
        declare("CREATE TABLE rig (id bigint, country text NOT NULL, serial bigserial);"
                + "CREATE TABLE bit (id integer);");

        Cli create = create("add countries and serial numbers to rigs");

        assertThat(create.out().lines().filter(line -> !line.startsWith("in ") && !line.startsWith("wrote ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    private void declare(String sql) throws IOException {
        Files.writeString(schema.resolve("rig.sql"), sql);
    }

    private Cli create(String message, String... more) {
        return Cli.run(Stream.concat(Stream.of(words(message)), Stream.of(more)).toArray(String[]::new));
    }

    private String[] words(String message) {
        return new String[] {
            "create",
            message,
            "--schema",
            schema.toString(),
            "--migrations",
            files.toString(),
            "--database-url",
            database.address().url()
        };
    }

    private Cli run(String... words) {
        Stream<String> where = words[0].equals("lint")
                ? Stream.of("--migrations", files.toString())
                : Stream.of(
                        "--migrations",
                        files.toString(),
                        "--database-url",
                        database.address().url());
        return Cli.run(Stream.concat(Stream.of(words), where).toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> found = Files.list(files)) {
            return found.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
