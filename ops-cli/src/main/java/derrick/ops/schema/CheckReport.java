package derrick.ops.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.revision.Revision;
import derrick.ops.LineWrapper;
import derrick.ops.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of a check.
 *
 * @param declared the differences between the declared schema and the migration files
 * @param live the comparison of the database and the files; empty if no database was compared
 */
record CheckReport(List<CatalogDifference> declared, Optional<Live> live) {
    /** What is never compared, since it may differ between databases at the same revision. */
    private static final List<String> NEVER_COMPARED =
            List.of("owners", "order of columns", "names of partitions' indexes");

    /**
     * The comparison of a database and the migration files.
     *
     * @param revision the revision up to which the files were run; empty for base
     * @param drift the differences in the schema
     * @param history the differences between the history table and the files
     * @param grants whether grants were compared
     */
    record Live(Optional<Revision> revision, List<CatalogDifference> drift, List<String> history, boolean grants) {
        boolean isClean() {
            return drift.isEmpty() && history.isEmpty();
        }
    }

    boolean isClean() {
        return declared.isEmpty() && live.stream().allMatch(Live::isClean);
    }

    /** Returns the report as text, wrapped at 80 characters. */
    Stream<String> lines() {
        Stream<String> first = section(
                "the migration files match the declared schema",
                "the migration files differ from the declared schema:",
                declared,
                "the files");
        return Stream.concat(first, live.stream().flatMap(compared -> {
            String revision = compared.revision().map(Revision::id).orElse("base");
            return Stream.concat(
                    section(
                            "the database matches revision %s".formatted(revision),
                            "the database differs from revision %s:".formatted(revision),
                            compared.drift(),
                            "the database"),
                    Stream.concat(
                            conflicts(compared.history()),
                            notCompared(
                                    compared.grants()
                                            ? NEVER_COMPARED
                                            : neverComparedAnd("grants, since no revision grants any"))));
        }));
    }

    /** Returns the line that lists what was not compared. */
    static Stream<String> notCompared(List<String> items) {
        return LineWrapper.lines("", "not compared: " + String.join("; ", items)).stream();
    }

    static List<String> neverComparedAnd(String another) {
        return Stream.concat(NEVER_COMPARED.stream(), Stream.of(another)).toList();
    }

    private static Stream<String> conflicts(List<String> history) {
        return history.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of("the history table and the migration files differ:"),
                        history.stream().flatMap(conflict -> LineWrapper.lines("  ", conflict).stream()));
    }

    private static Stream<String> section(
            String clean, String title, List<CatalogDifference> differences, String actual) {
        return differences.isEmpty()
                ? Stream.of(clean)
                : Stream.concat(
                        Stream.of(title), differences.stream().map(difference -> "  " + difference.sentence(actual)));
    }

    /** Writes the report as JSON. {@code ours} is the expected value of a difference, {@code theirs} the actual one. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("clean", isClean());
        write("declared_against_files", declared, json);
        if (live.isPresent()) {
            json.writeStringField(
                    "revision", live.get().revision().map(Revision::id).orElse(null));
            write("files_against_database", live.get().drift(), json);
            Terminal.writeStrings("history", live.get().history(), json);
            Terminal.writeStrings(
                    "not_compared", live.get().grants() ? NEVER_COMPARED : neverComparedAnd("grants"), json);
        }
        json.writeEndObject();
    }

    private static void write(String name, List<CatalogDifference> differences, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (CatalogDifference difference : differences) {
            json.writeStartObject();
            json.writeStringField("kind", difference.kind().word());
            json.writeStringField("object", difference.object());
            json.writeStringField("aspect", difference.attribute().orElse(null));
            json.writeStringField("ours", difference.expected().orElse(null));
            json.writeStringField("theirs", difference.actual().orElse(null));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
