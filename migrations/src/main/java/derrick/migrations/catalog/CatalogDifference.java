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
 * One difference between two catalogs. An object that only one of them has is one difference, its parts included.
 *
 * @param object the name of the object, of a part after the name of its table
 * @param attribute the attribute that differs; empty if one catalog lacks the object
 * @param expected the value in the first catalog; empty if it has none
 * @param actual the value in the second catalog; empty if it has none
 */
public record CatalogDifference(
        Kind kind, String object, Optional<String> attribute, Optional<String> expected, Optional<String> actual) {
    private static final int WIDTH = 78;
    private static final int MIN_EXCERPT = 12;

    /** Returns all differences, sorted by kind and name. */
    public static List<CatalogDifference> between(Catalog expected, Catalog actual) {
        List<CatalogDifference> found = new ArrayList<>();
        Set<String> shared = new LinkedHashSet<>(expected.others().keySet());
        shared.retainAll(actual.others().keySet());
        compare("", inSharedSchemas(expected, shared), inSharedSchemas(actual, shared), found);
        return found;
    }

    /**
     * Returns the differences of a live database from the scripts. Grants are compared only if a script grants
     * something.
     */
    public static List<CatalogDifference> ofLive(Catalog live, Catalog scripted) {
        return between(scripted, scripted.grants().isEmpty() ? live.withoutGrants() : live);
    }

    /** Returns the objects of a catalog, except those in schemas that the other catalog lacks. */
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
        Map<Key, CatalogObject> expectedByKey = byKey(expected);
        Map<Key, CatalogObject> actualByKey = byKey(actual);
        Map<Key, CatalogObject> all = new TreeMap<>(expectedByKey);
        all.putAll(actualByKey);
        for (Key key : all.keySet()) {
            Optional<CatalogObject> expectedText = Optional.ofNullable(expectedByKey.get(key));
            Optional<CatalogObject> actualText = Optional.ofNullable(actualByKey.get(key));
            String object = owner + key.name();
            if (expectedText.isPresent() && actualText.isPresent()) {
                compareAttributes(object, expectedText.get(), actualText.get(), found);
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

    private static void compareAttributes(
            String object, CatalogObject expected, CatalogObject actual, List<CatalogDifference> found) {
        Set<String> names = new LinkedHashSet<>(expected.attributes().keySet());
        names.addAll(actual.attributes().keySet());
        for (String name : names) {
            Optional<String> expectedText =
                    Optional.ofNullable(expected.attributes().get(name));
            Optional<String> actualText =
                    Optional.ofNullable(actual.attributes().get(name));
            if (!expectedText.equals(actualText)) {
                found.add(new CatalogDifference(expected.kind(), object, Optional.of(name), expectedText, actualText));
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
     * Returns the difference in one line of at most 78 characters.
     *
     * @param actualName how to call the second catalog, such as {@code the database}
     */
    public String sentence(String actualName) {
        String what = kind == Kind.OTHER ? object : kind.word() + " " + object;
        if (attribute.isEmpty()) {
            return cut(what + (actual.isEmpty() ? " is missing in " : " is only in ") + actualName, WIDTH);
        }
        String opening = what + ": " + attribute.get() + " is ";
        String separator = ", not ";
        int room = WIDTH - opening.length() - separator.length();
        String actualValue = actual.orElse("none");
        String expectedValue = expected.orElse("none");
        String actualExcerpt = excerpt(actualValue, expectedValue, Math.max(room / 2, room - expectedValue.length()));
        return cut(
                opening
                        + actualExcerpt
                        + separator
                        + excerpt(expectedValue, actualValue, room - actualExcerpt.length()),
                WIDTH);
    }

    /** Returns the part of a text that fits, from just before the first difference to the other text. */
    private static String excerpt(String text, String other, int room) {
        String line = text.strip().replaceAll("\\s+", " ");
        int max = Math.max(room, MIN_EXCERPT);
        if (line.length() <= max) {
            return line;
        }
        String against = other.strip().replaceAll("\\s+", " ");
        int same = 0;
        while (same < line.length() && same < against.length() && line.charAt(same) == against.charAt(same)) {
            same++;
        }
        int start = Math.max(0, Math.min(same - 4, line.length() - max));
        return cut(start == 0 ? line : "…" + line.substring(start + 1), max);
    }

    private static String cut(String text, int room) {
        return text.length() <= room ? text : text.substring(0, room - 1) + "…";
    }

    /** Identifies an object in both catalogs. */
    private record Key(Kind kind, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::kind).thenComparing(Key::name).compare(this, other);
        }
    }
}
