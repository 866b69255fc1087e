package derrick.migrations.catalog;

import derrick.migrations.catalog.CatalogObject.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One thing that two catalogs do not agree on. Of an object that only one of them has, its parts are not told.
 *
 * @param object its name, that of its table before it
 * @param attribute what of it differs; empty if one side has no such object
 * @param expected what the first catalog says; empty if it does not say it
 * @param actual what the second says
 */
public record CatalogDifference(
        Kind kind, String object, Optional<String> attribute, Optional<String> expected, Optional<String> actual) {
    private static final int WIDTH = 78;
    private static final int SHORTEST = 12;

    /** All differences of two catalogs; none if they are equal. By kind, then by name. */
    public static List<CatalogDifference> between(Catalog expected, Catalog actual) {
        List<CatalogDifference> found = new ArrayList<>();
        Set<String> shared = new LinkedHashSet<>(expected.others().keySet());
        shared.retainAll(actual.others().keySet());
        compare("", inSharedSchemas(expected, shared), inSharedSchemas(actual, shared), found);
        return found;
    }

    /**
     * What a live database has differently from what files make. Who is granted what is left to those who run the
     * database, unless a file grants something.
     */
    public static List<CatalogDifference> ofLive(Catalog live, Catalog made) {
        return between(made, made.grants().isEmpty() ? live.withoutGrants() : live);
    }

    /** The objects of a catalog without those in schemas that the other does not have. */
    private static List<CatalogObject> inSharedSchemas(Catalog catalog, Set<String> shared) {
        List<String> missing = catalog.others().values().stream()
                .filter(other -> other.objectType().equals("schema") && !shared.contains(other.name()))
                .map(schema -> schema.ownName() + ".")
                .toList();
        return catalog.objects().stream()
                .filter(object -> missing.stream()
                        .noneMatch(schema -> (object instanceof OtherObject other ? other.ownName() : object.name())
                                .startsWith(schema)))
                .toList();
    }

    private static void compare(
            String owner, List<CatalogObject> expected, List<CatalogObject> actual, List<CatalogDifference> found) {
        Map<Key, CatalogObject> left = byKey(expected);
        Map<Key, CatalogObject> right = byKey(actual);
        Map<Key, CatalogObject> both = new TreeMap<>(left);
        both.putAll(right);
        for (Key key : both.keySet()) {
            Optional<CatalogObject> expectedText = Optional.ofNullable(left.get(key));
            Optional<CatalogObject> actualText = Optional.ofNullable(right.get(key));
            String object = owner + key.name();
            if (expectedText.isPresent() && actualText.isPresent()) {
                compareAspects(object, expectedText.get(), actualText.get(), found);
                compare(
                        object + ".",
                        expectedText.get().parts(),
                        actualText.get().parts(),
                        found);
            } else {
                found.add(new CatalogDifference(
                        key.kind(),
                        object,
                        Optional.empty(),
                        expectedText.map(CatalogDifference::summary),
                        actualText.map(CatalogDifference::summary)));
            }
        }
    }

    private static void compareAspects(
            String object, CatalogObject expected, CatalogObject actual, List<CatalogDifference> found) {
        Set<String> words = new LinkedHashSet<>(expected.attributes().keySet());
        words.addAll(actual.attributes().keySet());
        for (String word : words) {
            Optional<String> expectedText =
                    Optional.ofNullable(expected.attributes().get(word));
            Optional<String> actualText =
                    Optional.ofNullable(actual.attributes().get(word));
            if (!expectedText.equals(actualText)) {
                found.add(new CatalogDifference(expected.kind(), object, Optional.of(word), expectedText, actualText));
            }
        }
    }

    private static Map<Key, CatalogObject> byKey(List<CatalogObject> objects) {
        return objects.stream().collect(Collectors.toMap(each -> new Key(each.kind(), each.name()), each -> each));
    }

    private static String summary(CatalogObject object) {
        return object.attributes().entrySet().stream()
                .map(attribute -> attribute.getKey() + " " + attribute.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * The difference in one line of at most 78 characters, from the point of view of expected.
     *
     * @param actualName what the second catalog is, such as {@code the database}
     */
    public String sentence(String actualName) {
        String what = kind == Kind.OTHER ? object : kind.word() + " " + object;
        if (attribute.isEmpty()) {
            return cut(what + (actual.isEmpty() ? " is missing in " : " is only in ") + actualName, WIDTH);
        }
        String opening = what + ": " + attribute.get() + " is ";
        String should = ", not ";
        int room = WIDTH - opening.length() - should.length();
        String is = actual.orElse("none");
        String ought = expected.orElse("none");
        String isShort = excerpt(is, ought, Math.max(room / 2, room - ought.length()));
        return cut(opening + isShort + should + excerpt(ought, is, room - isShort.length()), WIDTH);
    }

    /** As much of a text as there is room for, or a little more, from just before it departs from the other. */
    private static String excerpt(String text, String other, int room) {
        String line = text.strip().replaceAll("\\s+", " ");
        int most = Math.max(room, SHORTEST);
        if (line.length() <= most) {
            return line;
        }
        String against = other.strip().replaceAll("\\s+", " ");
        int same = 0;
        while (same < line.length() && same < against.length() && line.charAt(same) == against.charAt(same)) {
            same++;
        }
        int start = Math.max(0, Math.min(same - 4, line.length() - most));
        return cut(start == 0 ? line : "…" + line.substring(start + 1), most);
    }

    private static String cut(String text, int room) {
        return text.length() <= room ? text : text.substring(0, room - 1) + "…";
    }

    /** What makes an object the same in both catalogs. */
    private record Key(Kind kind, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::kind).thenComparing(Key::name).compare(this, other);
        }
    }
}
