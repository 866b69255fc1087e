package derrick.migrations.catalog;

import java.util.List;

/**
 * A thing in a database that no revision makes, and that is no concern of actual.
 *
 * @param name its name; of a function, with its arguments
 */
public record UnmanagedObject(CatalogObject.Kind kind, String name) {
    /** What a database has besides what scripts make; what belongs to another object goes with that. */
    public static List<UnmanagedObject> besides(Catalog live, Catalog made) {
        List<UnmanagedObject> expected =
                made.objects().stream().map(UnmanagedObject::of).toList();
        return live.withoutGrants().objects().stream()
                .map(UnmanagedObject::of)
                .filter(object -> !expected.contains(object))
                .toList();
    }

    private static UnmanagedObject of(CatalogObject object) {
        return new UnmanagedObject(object.kind(), object.name());
    }

    /** Whether a difference is that it is there. */
    public boolean explains(CatalogDifference difference) {
        return difference.expected().isEmpty()
                && difference.attribute().isEmpty()
                && difference.kind() == kind
                && difference.object().equals(name);
    }

    /** What it is and how it is called, such as {@code table mast}. */
    @Override
    public String toString() {
        return kind.word() + " " + name;
    }
}
