package derrick.migrations.diff.change;

import derrick.migrations.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Things of one kind before and after, matched by their names.
 *
 * @param gone those that are only there before
 * @param come those that are only there after
 * @param kept those that stay, in the order of after
 */
record MatchedByName<T extends CatalogObject>(List<T> gone, List<T> come, List<Kept<T>> kept) {
    /** A thing as it was and as it is to be. */
    record Kept<T extends CatalogObject>(T before, T after) {
        boolean isChanged() {
            return !before.equals(after);
        }

        boolean differsIn(String aspect) {
            return !Optional.ofNullable(before.aspects().get(aspect))
                    .equals(Optional.ofNullable(after.aspects().get(aspect)));
        }
    }

    static <T extends CatalogObject> MatchedByName<T> of(Collection<T> before, Collection<T> after) {
        Map<String, T> old = before.stream().collect(Collectors.toMap(CatalogObject::name, Function.identity()));
        Map<String, T> now = after.stream().collect(Collectors.toMap(CatalogObject::name, Function.identity()));
        List<T> come = new ArrayList<>();
        List<Kept<T>> kept = new ArrayList<>();
        for (T each : after) {
            Optional.ofNullable(old.get(each.name()))
                    .ifPresentOrElse(was -> kept.add(new Kept<>(was, each)), () -> come.add(each));
        }
        List<T> gone =
                before.stream().filter(each -> !now.containsKey(each.name())).toList();
        return new MatchedByName<>(gone, List.copyOf(come), List.copyOf(kept));
    }
}
