package derrick.migrations.verify;

import derrick.migrations.revision.Script;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the scripts of a revision say that it cannot give back, and whether that was so. */
final class ExpectedDifferences {
    private final List<ExpectedDifference> all;
    private final Set<ExpectedDifference> used = new LinkedHashSet<>();

    ExpectedDifferences(List<Script> scripts) {
        this.all = scripts.stream()
                .flatMap(script -> ExpectedDifference.in(script).stream())
                .toList();
    }

    /** What two readings of a table have differently in the columns of both, apart from what is declared. */
    List<String> differences(String table, TableRows first, TableRows second) {
        TableRows before = first.without(first.columnsBeside(second));
        TableRows after = second.without(second.columnsBeside(first));
        List<ExpectedDifference> own = all.stream()
                .filter(declaration -> declaration.table().equals(Optional.of(table)))
                .toList();
        if (before.sameAs(after)) {
            return List.of();
        }
        Optional<ExpectedDifference> whole = own.stream()
                .filter(declaration -> declaration.column().isEmpty())
                .findFirst();
        if (whole.isPresent()) {
            used.add(whole.get());
            return List.of();
        }
        Set<String> differing = own.stream()
                .flatMap(declaration -> declaration.column().stream())
                .collect(Collectors.toSet());
        for (ExpectedDifference declaration : own) {
            Set<String> others = new LinkedHashSet<>(differing);
            declaration.column().ifPresent(others::remove);
            if (!before.without(others).sameAs(after.without(others))) {
                used.add(declaration);
            }
        }
        return before.without(differing).differences(after.without(differing));
    }

    /** What is wrong with the declarations themselves, once everything was compared. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (ExpectedDifference declaration : all) {
            if (declaration.table().isEmpty()) {
                faults.add(declaration.place() + ": write it '-- verify:differs TABLE[.COLUMN] because …'");
            } else if (!used.contains(declaration)) {
                faults.add(declaration.place() + ": nothing differs there; take it away");
            }
        }
        return faults;
    }
}
