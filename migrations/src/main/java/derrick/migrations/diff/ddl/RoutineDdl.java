package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Routine;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.List;

/** A function or a procedure, as the statements that make it and drop it. */
public record RoutineDdl(Routine routine) {
    public List<String> create() {
        List<String> statements = new ArrayList<>();
        statements.add(routine.definition().stripTrailing());
        routine.comment().ifPresent(comment -> statements.add(CommentOn.on(named(), routine.comment())));
        return statements;
    }

    /** As DROP and COMMENT ON name it. */
    public String named() {
        return (routine.definition().startsWith("CREATE OR REPLACE PROCEDURE") ? "PROCEDURE " : "FUNCTION ")
                + routine.name();
    }

    public String dropped() {
        return "DROP " + named();
    }

    /** Whether CREATE OR REPLACE leads from one to the other and back: names, defaults and results are the same. */
    public static boolean canReplace(Routine before, Routine after) {
        return head(before).equals(head(after));
    }

    /** The step to another of the same name, arguments and results. */
    public ChangeStep to(Routine after) {
        return ChangeStep.of(new RoutineDdl(after).replaced(routine), replaced(after));
    }

    private List<String> replaced(Routine before) {
        List<String> statements = new ArrayList<>();
        if (!before.definition().equals(routine.definition())) {
            statements.add(routine.definition().stripTrailing());
        }
        if (!before.comment().equals(routine.comment())) {
            statements.add(CommentOn.on(named(), routine.comment()));
        }
        return statements;
    }

    /** What PostgreSQL writes before the line that names the language: name, arguments and what is given back. */
    private static String head(Routine routine) {
        int end = routine.definition().indexOf("\n LANGUAGE");
        return end < 0 ? routine.definition() : routine.definition().substring(0, end);
    }
}
