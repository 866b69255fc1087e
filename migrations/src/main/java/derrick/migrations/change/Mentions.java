package derrick.migrations.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts things in an order in which each comes after those that its text names. */
final class Mentions {
    /**
     * Something that is made.
     *
     * @param name as other texts write it
     * @param text what it is made with
     */
    record Thing<T>(T itself, String name, String text) {
        boolean mentions(Thing<T> other) {
            return !other.equals(this) && Mentions.mentions(text, other.name);
        }
    }

    private Mentions() {}

    /** Whether a name stands in a text as a word of its own. */
    static boolean mentions(String text, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(text)
                .find();
    }

    /** In the order given, as far as nothing that is named comes later; in a circle somebody has to begin. */
    static <T> List<T> inOrder(List<Thing<T>> things) {
        Set<Thing<T>> seen = new LinkedHashSet<>();
        List<T> ordered = new ArrayList<>();
        things.forEach(thing -> visit(thing, things, seen, ordered));
        return ordered;
    }

    private static <T> void visit(Thing<T> thing, List<Thing<T>> things, Set<Thing<T>> seen, List<T> ordered) {
        if (!seen.add(thing)) {
            return;
        }
        things.stream().filter(thing::mentions).forEach(other -> visit(other, things, seen, ordered));
        ordered.add(thing.itself());
    }
}
