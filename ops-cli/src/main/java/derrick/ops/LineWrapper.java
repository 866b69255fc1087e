package derrick.ops;

import java.util.ArrayList;
import java.util.List;

/** Wraps text at 80 columns. */
public final class LineWrapper {
    private static final int WIDTH = 80;

    private LineWrapper() {}

    /**
     * Wraps a text into lines of at most 80 characters; a longer word stays whole.
     *
     * @param indent the start of the first line; further lines are indented by two more blanks
     */
    public static List<String> lines(String indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        boolean started = false;
        for (String word : text.split(" ", -1)) {
            int length = line.codePointCount(0, line.length()) + word.codePointCount(0, word.length());
            if (started && length + 1 > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append("  ");
                started = false;
            }
            line.append(started ? " " : "").append(word);
            started = true;
        }
        lines.add(line.toString());
        return lines;
    }
}
