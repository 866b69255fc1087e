package derrick.migrations.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options in parentheses, such as {@code (CONCURRENTLY, VERBOSE off)} or {@code (connect = false)}. */
final class OptionList {
    private static final Set<String> OFF = Set.of("false", "off", "0");

    private final Map<String, String> values = new HashMap<>();

    /** Reads the tokens inside the parentheses. */
    OptionList(TokenSequence inside) {
        for (TokenSequence option : inside.parts()) {
            TokenReader reader = option.reader();
            reader.takeName().ifPresent(name -> {
                reader.take("=");
                values.put(name, reader.next().map(OptionList::value).orElse("true"));
            });
        }
    }

    private static String value(Token token) {
        return CharacterClasses.lower(token.text().replace("'", ""));
    }

    boolean isOn(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> !OFF.contains(value))
                .isPresent();
    }

    boolean isOff(String name) {
        return Optional.ofNullable(values.get(name)).filter(OFF::contains).isPresent();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }
}
