package derrick.migrations.sql;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Maps offsets of a text to lines. A line ends with LF, CR LF or CR. */
final class LineIndex {
    private final int[] starts;
    private final int length;

    LineIndex(String text) {
        length = text.length();
        starts = IntStream.rangeClosed(0, text.length())
                .filter(at -> at == 0 || lineStartsAt(text, at))
                .toArray();
    }

    private static boolean lineStartsAt(String text, int at) {
        char last = text.charAt(at - 1);
        return last == '\n' || (last == '\r' && (at == text.length() || text.charAt(at) != '\n'));
    }

    /** Returns the line of an offset, the first being 1. */
    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the offset of a line; the length of the text if it has no such line. */
    int start(int line) {
        return line <= starts.length ? starts[line - 1] : length;
    }
}
