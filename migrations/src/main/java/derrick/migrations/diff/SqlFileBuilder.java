package derrick.migrations.diff;

import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The text of one file, statement by statement. */
final class SqlFileBuilder {
    private static final int WIDTH = 116;

    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Integer> statementByLine = new HashMap<>();
    private final List<ChangeStep> steps = new ArrayList<>();
    private int line = 1;

    /** A note to whoever reads the file. */
    void note(String note) {
        StringBuilder row = new StringBuilder("--");
        for (String word : note.split(" ", -1)) {
            if (row.length() + 1 + word.length() > WIDTH) {
                line(row.toString());
                row = new StringBuilder("--  ");
            }
            row.append(' ').append(word);
        }
        line(row.toString());
    }

    void blank() {
        line("");
    }

    /** A setting, of which lint has nothing to say. */
    void setting(String sql) {
        line(sql + ";");
    }

    /**
     * A statement.
     *
     * @param allowances the rules that lint is to let pass here
     * @param step what it belongs to
     * @param asleep whether it is only there to be read
     */
    void statement(String sql, ChangeStep step, Set<String> allowances, boolean asleep) {
        String before = asleep ? "-- " : "";
        int number = steps.size();
        steps.add(step);
        for (String rule : allowances) {
            line(before + "-- lint:allow " + rule + " because " + LintSuppressions.of(step, rule));
        }
        for (String row : (SqlLineWrapper.at(WIDTH, sql) + ";").split("\n", -1)) {
            statementByLine.put(line, number);
            line((before + row).stripTrailing());
        }
    }

    private void line(String row) {
        text.append(row).append('\n');
        line++;
    }

    /** Which statement, counted from 0, stands on a line. */
    Optional<Integer> statementAt(int number) {
        return Optional.ofNullable(statementByLine.get(number));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
