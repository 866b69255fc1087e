package derrick.migrations.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts together what can be said of an object; what is not so is not said. */
final class Attributes {
    private final Map<String, String> said = new LinkedHashMap<>();

    Attributes with(String word, String text) {
        said.put(word, text);
        return this;
    }

    Attributes with(String word, Optional<String> text) {
        text.ifPresent(present -> said.put(word, present));
        return this;
    }

    Attributes when(boolean so, String word, String text) {
        return so ? with(word, text) : this;
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(said);
    }
}
