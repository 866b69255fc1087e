package derrick.migrations.catalog;

import java.util.List;

/**
 * A thing in a database that no revision makes, and that is no concern of theirs.
 *
 * @param name its name; of a function, with its arguments
 */
public record Bystander(CatalogObject.Kind kind, String name) {
    /** What a database has besides what scripts make; what belongs to another object goes with that. */
    public static List<Bystander> besides(Catalog live, Catalog made) {
        List<Bystander> ours = made.objects().stream().map(Bystander::of).toList();
        return live.withoutGrants().objects().stream()
                .map(Bystander::of)
                .filter(object -> !ours.contains(object))
                .toList();
    }

    private static Bystander of(CatalogObject object) {
        return new Bystander(object.kind(), object.name());
    }

    /** Whether a difference is that it is there. */
    public boolean explains(CatalogDifference difference) {
        return difference.ours().isEmpty()
                && difference.aspect().isEmpty()
                && difference.kind() == kind
                && difference.object().equals(name);
    }

    /** What it is and how it is called, such as {@code table mast}. */
    @Override
    public String toString() {
        return kind.word() + " " + name;
    }
}
