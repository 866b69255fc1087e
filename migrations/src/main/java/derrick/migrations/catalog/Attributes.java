package derrick.migrations.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Collects the attributes of an object in order; absent ones are left out. */
final class Attributes {
    private final Map<String, String> values = new LinkedHashMap<>();

    Attributes with(String name, String text) {
        values.put(name, text);
        return this;
    }

    Attributes with(String name, Optional<String> text) {
        text.ifPresent(value -> values.put(name, value));
        return this;
    }

    Attributes when(boolean present, String name, String text) {
        return present ? with(name, text) : this;
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(values);
    }
}
