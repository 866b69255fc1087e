package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Routine;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.List;

/** Writes the statements that create, replace and drop a function or procedure. */
public record RoutineDdl(Routine routine) {
    public List<String> create() {
        return CommentOn.after(routine.definition().stripTrailing(), target(), routine.comment());
    }

    /** Returns the target for DROP and COMMENT ON. */
    public String target() {
        return (routine.definition().startsWith("CREATE OR REPLACE PROCEDURE") ? "PROCEDURE " : "FUNCTION ")
                + routine.name();
    }

    public String drop() {
        return "DROP " + target();
    }

    /** Returns true if CREATE OR REPLACE can replace either with the other: same arguments, defaults and result. */
    public static boolean canReplace(Routine before, Routine after) {
        return signature(before).equals(signature(after));
    }

    /** Returns the step that replaces the routine. */
    public ChangeStep replaceWith(Routine after) {
        return ChangeStep.of(new RoutineDdl(after).replace(routine), replace(after));
    }

    private List<String> replace(Routine before) {
        List<String> statements = new ArrayList<>();
        if (!before.definition().equals(routine.definition())) {
            statements.add(routine.definition().stripTrailing());
        }
        if (!before.comment().equals(routine.comment())) {
            statements.add(CommentOn.on(target(), routine.comment()));
        }
        return statements;
    }

    /** Returns the definition up to the LANGUAGE line: name, arguments and result. */
    private static String signature(Routine routine) {
        int end = routine.definition().indexOf("\n LANGUAGE");
        return end < 0 ? routine.definition() : routine.definition().substring(0, end);
    }
}
