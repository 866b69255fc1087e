package derrick.ops;

import java.util.ArrayList;
import java.util.List;

/** Sentences for a screen. */
public final class LineWrapper {
    private static final int WIDTH = 80;

    private LineWrapper() {}

    /**
     * Breaks a text into lines of at most 80 characters, unless a word alone is longer.
     *
     * @param indent what the first line begins with; the others are set in by two more
     */
    public static List<String> lines(String indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        boolean begun = false;
        for (String word : text.split(" ", -1)) {
            int length = line.codePointCount(0, line.length()) + word.codePointCount(0, word.length());
            if (begun && length + 1 > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append("  ");
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        lines.add(line.toString());
        return lines;
    }
}
