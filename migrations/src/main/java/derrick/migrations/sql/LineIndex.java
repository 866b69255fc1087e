package derrick.migrations.sql;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the lines of a text begin. A line ends with LF, CR LF or CR. */
final class LineIndex {
    private final int[] starts;
    private final int length;

    LineIndex(String text) {
        length = text.length();
        starts = IntStream.rangeClosed(0, text.length())
                .filter(at -> at == 0 || endsBefore(text, at))
                .toArray();
    }

    private static boolean endsBefore(String text, int at) {
        char last = text.charAt(at - 1);
        return last == '\n' || (last == '\r' && (at == text.length() || text.charAt(at) != '\n'));
    }

    /** The line that a character is on, the first being 1. */
    int at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where a line begins; where the text ends, if there is none such. */
    int start(int line) {
        return line <= starts.length ? starts[line - 1] : length;
    }
}
