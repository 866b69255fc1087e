package derrick.migrations.postgres;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file: lines of NAME=value with comments, quotes and {@code export}, as in shells and python-dotenv.
 */
record DotEnv(Path file) {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*"
                    + "(?:\"(?<double>(?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?|"
                    + "'(?<single>[^']*)'\\s*(?:#.*)?|(?<plain>.*))");

    /** Returns the last value of a name; empty if the file or the name is missing. */
    Optional<String> value(String name) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> ASSIGNMENT.matcher(line.replace("\uFEFF", "")))
                    .filter(assignment ->
                            assignment.matches() && assignment.group("name").equals(name))
                    .map(DotEnv::value)
                    .filter(value -> !value.isEmpty())
                    .reduce((earlier, later) -> later);
        } catch (NoSuchFileException noFile) {
            return Optional.empty();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidDatabaseUrl(file + " is not written in UTF-8");
        } catch (IOException unreadable) {
            throw new InvalidDatabaseUrl(file + " cannot be read");
        }
    }

    private static String value(Matcher assignment) {
        String quoted = assignment.group("double");
        if (quoted != null) {
            return quoted.replaceAll("\\\\(.)", "$1");
        }
        String verbatim = assignment.group("single");
        if (verbatim != null) {
            return verbatim;
        }
        return assignment.group("plain").replaceFirst("(^|\\s+)#.*", "").strip();
    }
}
