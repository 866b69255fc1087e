package derrick.ops.sensor;

import derrick.ops.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file formats that import reads. */
enum DocumentFormat {
    CSV,
    JSON,
    NDJSON;

    private static final Pattern OBJECT = Pattern.compile("(?s)\\{\\s*[\"}].*");
    private static final Pattern ARRAY = Pattern.compile("(?s)\\[\\s*[{\\]].*");

    /** Returns the name of the format's reader. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Detects the format by the beginning of the document and, if that is ambiguous, by its name.
     *
     * @param document a stream that supports mark and reset; it is reset to its beginning
     * @throws CommandFailed if it has another format; the message says how to convert it
     */
    static DocumentFormat of(String name, InputStream document) {
        byte[] beginning = beginning(document);
        Optional<ForeignFormat> foreign = ForeignFormat.of(beginning);
        if (foreign.isPresent()) {
            throw CommandFailed.usage(foreign.get().refusal(name));
        }
        String text = new String(beginning, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        String lower = name.toLowerCase(Locale.ROOT);
        if (OBJECT.matcher(text).matches()) {
            return lower.endsWith(".json") ? JSON : NDJSON;
        }
        if (ARRAY.matcher(text).matches()) {
            return JSON;
        }
        if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
            return NDJSON;
        }
        return lower.endsWith(".json") ? JSON : CSV;
    }

    private static byte[] beginning(InputStream document) {
        try {
            document.mark(ForeignFormat.FIRST_BYTES);
            byte[] beginning = document.readNBytes(ForeignFormat.FIRST_BYTES);
            document.reset();
            return beginning;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
