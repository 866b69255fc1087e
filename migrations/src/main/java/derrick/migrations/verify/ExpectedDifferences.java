package derrick.migrations.verify;

import derrick.migrations.revision.Script;
import derrick.migrations.sql.Comment;
import derrick.migrations.sql.SqlScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The differences that the scripts of a revision declare with comments; records which of them occur. */
final class ExpectedDifferences {
    private final List<Declaration> declarations;
    private final Set<Declaration> used = new LinkedHashSet<>();

    ExpectedDifferences(List<Script> scripts) {
        this.declarations = scripts.stream()
                .flatMap(script -> Declaration.in(script).stream())
                .toList();
    }

    /** Returns the undeclared differences between two reads of a table, in the columns of both. */
    List<String> differences(String table, TableRows first, TableRows second) {
        TableRows before = first.without(first.columnsMissingIn(second));
        TableRows after = second.without(second.columnsMissingIn(first));
        List<Declaration> own = declarations.stream()
                .filter(declaration -> declaration.table().equals(Optional.of(table)))
                .toList();
        if (before.sameAs(after)) {
            return List.of();
        }
        Optional<Declaration> whole = own.stream()
                .filter(declaration -> declaration.column().isEmpty())
                .findFirst();
        if (whole.isPresent()) {
            used.add(whole.get());
            return List.of();
        }
        Set<String> differing = own.stream()
                .flatMap(declaration -> declaration.column().stream())
                .collect(Collectors.toSet());
        for (Declaration declaration : own) {
            Set<String> others = new LinkedHashSet<>(differing);
            declaration.column().ifPresent(others::remove);
            if (!before.without(others).sameAs(after.without(others))) {
                used.add(declaration);
            }
        }
        return before.without(differing).differences(after.without(differing));
    }

    /** Returns what is wrong with the declarations: malformed, or not found by any comparison so far. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Declaration declaration : declarations) {
            if (declaration.table().isEmpty()) {
                faults.add(declaration.location() + ": write '-- verify:differs TABLE[.COLUMN] because REASON'");
            } else if (!used.contains(declaration)) {
                faults.add(declaration.location() + ": no difference found; remove the comment");
            }
        }
        return faults;
    }

    /**
     * A declared difference: {@code -- verify:differs TABLE[.COLUMN] because REASON}.
     *
     * @param table empty if the comment does not have this form
     * @param column empty if all rows of the table may differ
     * @param line the line of the comment in the script
     */
    record Declaration(Optional<String> table, Optional<String> column, Script script, int line) {
        private static final Pattern KEYWORD = Pattern.compile("\\s*verify:differs\\b.*", Pattern.DOTALL);
        private static final Pattern FORM =
                Pattern.compile("\\s*verify:differs\\s+(\\w+)(?:\\.(\\w+))?\\s+because\\s+\\S.*", Pattern.DOTALL);

        /** Returns the declarations in a script. */
        static List<Declaration> in(Script script) {
            return SqlScript.parse(script.text()).comments().stream()
                    .filter(comment -> KEYWORD.matcher(comment.text()).matches())
                    .map(comment -> read(script, comment))
                    .toList();
        }

        private static Declaration read(Script script, Comment comment) {
            Matcher form = FORM.matcher(comment.text());
            return form.matches()
                    ? new Declaration(
                            Optional.of(form.group(1)), Optional.ofNullable(form.group(2)), script, comment.line())
                    : new Declaration(Optional.empty(), Optional.empty(), script, comment.line());
        }

        /** Returns file and line. */
        String location() {
            return "%s, line %d".formatted(script.file(), line);
        }
    }
}
