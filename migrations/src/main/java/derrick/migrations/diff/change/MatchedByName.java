package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The objects of one kind in two schemas, matched by name.
 *
 * @param removed the objects in the first schema only
 * @param added the objects in the second schema only
 * @param common the objects in both schemas, in the order of the second
 */
record MatchedByName<T extends CatalogObject>(List<T> removed, List<T> added, List<Match<T>> common) {
    /** An object that both schemas have. */
    record Match<T extends CatalogObject>(T before, T after) {
        boolean isChanged() {
            return !before.equals(after);
        }

        boolean differsIn(String attribute) {
            return !Optional.ofNullable(before.attributes().get(attribute))
                    .equals(Optional.ofNullable(after.attributes().get(attribute)));
        }
    }

    static <T extends CatalogObject> MatchedByName<T> of(Collection<T> before, Collection<T> after) {
        Map<String, T> old = before.stream().collect(Collectors.toMap(CatalogObject::name, Function.identity()));
        Set<String> newNames = after.stream().map(CatalogObject::name).collect(Collectors.toSet());
        List<T> added = new ArrayList<>();
        List<Match<T>> common = new ArrayList<>();
        for (T each : after) {
            Optional.ofNullable(old.get(each.name()))
                    .ifPresentOrElse(previous -> common.add(new Match<>(previous, each)), () -> added.add(each));
        }
        List<T> removed =
                before.stream().filter(each -> !newNames.contains(each.name())).toList();
        return new MatchedByName<>(removed, List.copyOf(added), List.copyOf(common));
    }
}
