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
 * What a check found.
 *
 * @param declared what the files make differently from what is declared
 * @param live what the database has differently from the files; empty if it was left out
 */
record CheckReport(List<CatalogDifference> declared, Optional<Live> live) {
    /** What no comparison looks at, since PostgreSQL or its user may choose it. */
    private static final List<String> NEVER_COMPARED =
            List.of("owners", "order of columns", "names of partitions' indexes");

    /**
     * How a database compares.
     *
     * @param revision up to which the files were run; empty for base
     * @param drift what it has differently
     * @param history what its history and the files contradict each other in
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

    /** The report for a person, each line at most 80 characters. */
    Stream<String> lines() {
        Stream<String> first = told(
                "the files make what is declared", "the files do not make what is declared:", declared, "the files");
        return Stream.concat(first, live.stream().flatMap(found -> {
            String base = found.revision().map(Revision::id).orElse("base");
            return Stream.concat(
                    told(
                            "the database is what revision %s makes".formatted(base),
                            "the database is not what revision %s makes:".formatted(base),
                            found.drift(),
                            "the database"),
                    Stream.concat(
                            contradicted(found.history()),
                            notCompared(
                                    found.grants()
                                            ? NEVER_COMPARED
                                            : neverComparedAnd("grants, since no revision grants any"))));
        }));
    }

    /** A sentence for a person. */
    static Stream<String> notCompared(List<String> things) {
        return LineWrapper.lines("", "not compared: " + String.join("; ", things)).stream();
    }

    static List<String> neverComparedAnd(String another) {
        return Stream.concat(NEVER_COMPARED.stream(), Stream.of(another)).toList();
    }

    private static Stream<String> contradicted(List<String> history) {
        return history.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of("the history and the files contradict each other:"),
                        history.stream().flatMap(conflict -> LineWrapper.lines("  ", conflict).stream()));
    }

    private static Stream<String> told(
            String clean, String opening, List<CatalogDifference> differences, String theirsIs) {
        return differences.isEmpty()
                ? Stream.of(clean)
                : Stream.concat(
                        Stream.of(opening),
                        differences.stream().map(difference -> "  " + difference.sentence(theirsIs)));
    }

    /** The report for a program; of a difference, ours is what should be, theirs what is. */
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
