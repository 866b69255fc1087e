package derrick.migrations.change;

import derrick.migrations.catalog.Routine;
import java.util.ArrayList;
import java.util.List;

/** A function or a procedure, as the statements that make it and drop it. */
record RoutineText(Routine routine) {
    /** Its name without the arguments. */
    static String plainName(Routine routine) {
        return routine.name().substring(0, routine.name().indexOf('('));
    }

    List<String> create() {
        List<String> statements = new ArrayList<>();
        statements.add(routine.definition().stripTrailing());
        routine.comment().ifPresent(comment -> statements.add(Remark.on(named(), routine.comment())));
        return statements;
    }

    /** As DROP and COMMENT ON name it. */
    String named() {
        return (routine.definition().startsWith("CREATE OR REPLACE PROCEDURE") ? "PROCEDURE " : "FUNCTION ")
                + Names.of(plainName(routine))
                + routine.name().substring(routine.name().indexOf('('));
    }

    String dropped() {
        return "DROP " + named();
    }

    Step drop() {
        return Step.of(List.of(dropped()), create());
    }

    /** The step to another of the same name and arguments: in place, unless it gives back something else. */
    Step to(Routine after) {
        RoutineText other = new RoutineText(after);
        if (head(routine).equals(head(after))) {
            return Step.of(other.replaced(routine), replaced(after));
        }
        List<String> up = new ArrayList<>(List.of(dropped()));
        up.addAll(other.create());
        List<String> down = new ArrayList<>(List.of(other.dropped()));
        down.addAll(create());
        return Step.of(up, down);
    }

    private List<String> replaced(Routine before) {
        List<String> statements = new ArrayList<>();
        if (!before.definition().equals(routine.definition())) {
            statements.add(routine.definition().stripTrailing());
        }
        if (!before.comment().equals(routine.comment())) {
            statements.add(Remark.on(named(), routine.comment()));
        }
        return statements;
    }

    /** What PostgreSQL writes before the line that names the language: name, arguments and what is given back. */
    private static String head(Routine routine) {
        int end = routine.definition().indexOf("\n LANGUAGE");
        return end < 0 ? routine.definition() : routine.definition().substring(0, end);
    }
}
