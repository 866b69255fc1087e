package derrick.ops.sensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The kinds of document that sensor records come in. */
enum DocumentFormat {
    CSV,
    JSON,
    NDJSON;

    private static final int BYTES_LOOKED_AT = 1024;

    /** The name by which the platform's readers and writers are known. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells the format by the document's name or, where that says nothing, by how the document begins.
     *
     * @param document supports marks, and is left where it was
     */
    static DocumentFormat of(String name, InputStream document) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return CSV;
        }
        if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
            return NDJSON;
        }
        return lower.endsWith(".json") ? JSON : begunLike(document);
    }

    private static DocumentFormat begunLike(InputStream document) {
        try {
            document.mark(BYTES_LOOKED_AT);
            byte[] beginning = document.readNBytes(BYTES_LOOKED_AT);
            document.reset();
            for (byte each : beginning) {
                if (each == '{') {
                    return NDJSON;
                }
                if (each == '[') {
                    return JSON;
                }
                if (each > ' ') {
                    return CSV;
                }
            }
            return CSV;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
