package derrick.migrations.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.EnumType;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.View;
import derrick.migrations.change.Matched.Kept;
import derrick.migrations.change.Mentions.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Views that come, go, change, or stand in the way of a change below them. A view that gets another query is made anew,
 * and so are those that read it; rights that were granted on it are granted anew by hand.
 *
 * @param inTheWay says whether what a view reads cannot change while it is there
 * @param changing the tables whose columns come or change
 */
record ViewChanges(Catalog before, Catalog after, Predicate<View> inTheWay, Set<String> changing, Plan plan) {
    private static final String MADE_ANEW = "%s is made anew: rights granted on it have to be granted again";

    private List<View> leaving() {
        Set<String> names = new HashSet<>();
        for (View view : before.views().values()) {
            View now = after.views().get(view.name());
            boolean other = now == null
                    || !now.definition().equals(view.definition())
                    || now.materialized() != view.materialized();
            if (other || inTheWay.test(view)) {
                names.add(view.name());
            }
        }
        return withReaders(names, before.views().values());
    }

    private static List<View> withReaders(Set<String> names, Collection<View> views) {
        int found;
        do {
            found = names.size();
            views.stream()
                    .filter(view -> names.stream().anyMatch(name -> mentions(view, name)))
                    .forEach(view -> names.add(view.name()));
        } while (names.size() > found);
        return views.stream().filter(view -> names.contains(view.name())).toList();
    }

    /** The views that read a column of the enum, and those that read them, each behind those that it reads. */
    static List<View> readersOf(EnumType type, Catalog catalog) {
        Set<String> names = new HashSet<>();
        for (Table table : catalog.tables().values()) {
            table.columns().stream()
                    .filter(column -> EnumChange.isOf(type, column))
                    .forEach(column -> catalog.views().values().stream()
                            .filter(view -> Mentions.mentions(view.definition(), Names.of(table.name()))
                                    && Mentions.mentions(view.definition(), Names.of(column.name())))
                            .forEach(view -> names.add(view.name())));
        }
        return inOrder(withReaders(names, catalog.views().values()));
    }

    private Set<String> namesOfLeaving() {
        return new HashSet<>(leaving().stream().map(View::name).toList());
    }

    private List<View> coming() {
        Set<String> leaving = namesOfLeaving();
        return after.views().values().stream()
                .filter(view -> leaving.contains(view.name()) || !before.views().containsKey(view.name()))
                .toList();
    }

    private static boolean mentions(View view, String name) {
        return !view.name().equals(name) && Mentions.mentions(view.definition(), Names.of(name));
    }

    /** The tables that change under views which go first or come after it, so that all is one change. */
    Set<String> tables() {
        Set<String> tables = new HashSet<>();
        coming().forEach(view -> changing.stream()
                .filter(table -> Mentions.mentions(view.definition(), Names.of(table)))
                .forEach(tables::add));
        leaving().stream()
                .filter(inTheWay)
                .forEach(view -> before.tables().keySet().stream()
                        .filter(table -> Mentions.mentions(view.definition(), Names.of(table)))
                        .forEach(tables::add));
        return tables;
    }

    /** Drops what has to go first, the views that read others before those. */
    void planDrops() {
        List<View> ordered = new ArrayList<>(inOrder(leaving()));
        ordered.forEach(view -> plan.together(view.name(), ordered.get(0).name()));
        for (int at = ordered.size() - 1; at >= 0; at--) {
            ViewText view = new ViewText(ordered.get(at));
            plan.add(Stage.MAKE, ordered.get(at).name(), Step.of(List.of(view.dropped()), view.create()));
        }
    }

    /** Makes what is declared and not there by then; and changes in place what can be. */
    void planCreations() {
        Set<String> leaving = namesOfLeaving();
        for (View view : inOrder(coming())) {
            ViewText text = new ViewText(view);
            Step step = Step.of(text.create(), List.of(text.dropped()));
            plan.add(
                    Stage.MAKE,
                    view.name(),
                    leaving.contains(view.name()) ? step.remarking(MADE_ANEW.formatted(view.name())) : step);
        }
        Matched.of(before.views().values(), after.views().values()).kept().stream()
                .filter(view -> !leaving.contains(view.after().name()))
                .forEach(this::change);
    }

    private void change(Kept<View> view) {
        ViewText text = new ViewText(view.after());
        String name = view.after().name();
        if (view.differsIn("options")) {
            plan.add(
                    Stage.MAKE,
                    name,
                    Options.step(
                            "ALTER " + text.named(),
                            view.before().options(),
                            view.after().options()));
        }
        if (view.differsIn("comment")) {
            plan.add(
                    Stage.MAKE,
                    name,
                    Remark.step(
                            text.named(), view.before().comment(), view.after().comment()));
        }
    }

    private static List<View> inOrder(Collection<View> views) {
        return Mentions.inOrder(views.stream()
                .map(view -> new Thing<>(view, Names.of(view.name()), view.definition()))
                .toList());
    }
}
