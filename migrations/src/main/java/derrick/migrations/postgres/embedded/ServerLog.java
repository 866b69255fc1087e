package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The log of the server, and summaries of it for messages. */
record ServerLog(Path file) {
    private static final int MAX_LINES = 3;

    /** Matches errors, and configuration mistakes, which have the level LOG. */
    private static final String ERROR_LINE =
            "(?i)(\\w+: )?(fatal|panic|error|hint)\\b.*|LOG: +(unrecognized|invalid|could not|syntax).*";

    String text() {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException failure) {
            return "the log cannot be read: " + IoErrors.reason(failure);
        }
    }

    /** Returns the first error lines, or the last lines if there is none, without time and process. */
    static String summary(String text) {
        List<String> lines = text.lines()
                .map(line -> line.replaceFirst("^\\d{4}-\\S+ \\S+ \\w+ \\[\\d+] ", "")
                        .strip())
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> errors =
                lines.stream().filter(line -> line.matches(ERROR_LINE)).toList();
        Stream<String> chosen =
                errors.isEmpty() ? lines.stream().skip(Math.max(0, lines.size() - MAX_LINES)) : errors.stream();
        return chosen.limit(MAX_LINES).map(line -> line.replaceAll("\\s+", " ")).collect(Collectors.joining("; "));
    }
}
