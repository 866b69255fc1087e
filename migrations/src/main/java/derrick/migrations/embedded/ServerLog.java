package derrick.migrations.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

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
            return "the log cannot be read: " + FileFailure.reason(failure);
        }
    }

    /** The last lines that tell of something wrong, without time and process, or simply the last. */
    static String summary(String text) {
        List<String> lines = text.lines()
                .map(line -> line.replaceFirst("^\\d{4}-\\S+ \\S+ \\w+ \\[\\d+] ", "")
                        .strip())
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> wrong =
                lines.stream().filter(line -> line.matches(TELLING)).toList();
        List<String> told = wrong.isEmpty() ? lines : wrong;
        return told.stream()
                .skip(Math.max(0, told.size() - LINES_TOLD))
                .map(line -> line.replaceAll("\\s+", " "))
                .collect(Collectors.joining("; "));
    }
}
