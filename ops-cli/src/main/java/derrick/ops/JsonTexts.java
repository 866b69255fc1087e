package derrick.ops;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Texts in an answer for a program. */
public final class JsonTexts {
    private JsonTexts() {}

    /** Writes a field of an object: an array of texts. */
    public static void write(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeArray(texts.toArray(String[]::new), 0, texts.size());
    }
}
