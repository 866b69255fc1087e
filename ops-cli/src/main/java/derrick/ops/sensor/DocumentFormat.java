package derrick.ops.sensor;

import derrick.ops.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of document that sensor records come in. */
enum DocumentFormat {
    CSV,
    JSON,
    NDJSON;

    private static final Pattern OBJECT = Pattern.compile("(?s)\\{\\s*[\"}].*");
    private static final Pattern ARRAY = Pattern.compile("(?s)\\[\\s*[{\\]].*");

    /** The name by which the platform's readers and writers are known. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells the format by how the document begins and, where that may be several, by its name.
     *
     * @param document supports marks, and is left where it was
     * @throws CommandFailed if it is a document of another kind; the message says what to do with it
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
            document.mark(ForeignFormat.BYTES_LOOKED_AT);
            byte[] beginning = document.readNBytes(ForeignFormat.BYTES_LOOKED_AT);
            document.reset();
            return beginning;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
