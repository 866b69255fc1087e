package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server said before it gave up, in short. */
record ServerLog(Path file) {
    private static final int LINES_TOLD = 3;

    /** A mistake in the configuration is only logged; what follows from it is fatal. */
    private static final String TELLING =
            "(?i)(\\w+: )?(fatal|panic|error|hint)\\b.*|LOG: +(unrecognized|invalid|could not|syntax).*";

    String text() {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException failure) {
            return "the log cannot be read: " + IoErrors.reason(failure);
        }
    }

    /** The first lines that tell of something wrong, without time and process; if none does, the last lines. */
    static String summary(String text) {
        List<String> lines = text.lines()
                .map(line -> line.replaceFirst("^\\d{4}-\\S+ \\S+ \\w+ \\[\\d+] ", "")
                        .strip())
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> wrong =
                lines.stream().filter(line -> line.matches(TELLING)).toList();
        Stream<String> told =
                wrong.isEmpty() ? lines.stream().skip(Math.max(0, lines.size() - LINES_TOLD)) : wrong.stream();
        return told.limit(LINES_TOLD).map(line -> line.replaceAll("\\s+", " ")).collect(Collectors.joining("; "));
    }
}
