package derrick.migrations.catalog;

import java.util.List;

/**
 * An object of a database that no revision creates.
 *
 * @param name the name; of a function, with the argument types
 */
public record UnmanagedObject(CatalogObject.Kind kind, String name) {
    /** Returns the objects of a live database that scripts do not create, without grants and parts. */
    public static List<UnmanagedObject> in(Catalog live, Catalog scripted) {
        List<UnmanagedObject> managed =
                scripted.objects().stream().map(UnmanagedObject::of).toList();
        return live.withoutGrants().objects().stream()
                .map(UnmanagedObject::of)
                .filter(object -> !managed.contains(object))
                .toList();
    }

    private static UnmanagedObject of(CatalogObject object) {
        return new UnmanagedObject(object.kind(), object.name());
    }

    /** Returns true if a difference is the existence of this object. */
    public boolean explains(CatalogDifference difference) {
        return difference.expected().isEmpty()
                && difference.attribute().isEmpty()
                && difference.kind() == kind
                && difference.object().equals(name);
    }

    /** Returns the kind and the name, such as {@code table mast}. */
    @Override
    public String toString() {
        return kind.word() + " " + name;
    }
}
