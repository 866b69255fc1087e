package derrick.persistence.sensor.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import derrick.domain.sensor.exchange.table.SensorTable;
import derrick.domain.sensor.exchange.table.TableOptions;
import derrick.domain.sensor.exchange.table.TableReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads CSV in UTF-8: cells parted by commas, semicolons or tabs, whichever the header holds most of. */
public final class CsvTableReader implements TableReader {
    /** Longer than any header, and than any line of a table, that people have reason to write. */
    private static final int LONGEST_LINE_CHARACTERS = 1 << 18;

    private static final String SEPARATORS = ",;\t";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public SensorTable open(InputStream document, TableOptions options) {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                document,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        CsvReader.CsvReaderBuilder csv = CsvReader.builder()
                .fieldSeparator(findSeparator(text))
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_LINE_CHARACTERS);
        return SensorTable.open(new CsvLines(csv.ofCsvRecord(text).iterator()), options);
    }

    /** Looks at the first line, and leaves the text at its beginning, behind a byte order mark. */
    private static char findSeparator(BufferedReader text) {
        try {
            skipByteOrderMark(text);
            text.mark(LONGEST_LINE_CHARACTERS + 1);
            int[] counts = new int[SEPARATORS.length()];
            boolean quoted = false;
            for (int i = 0; i < LONGEST_LINE_CHARACTERS; i++) {
                int character = text.read();
                if (character < 0 || (!quoted && character == '\n')) {
                    break;
                }
                quoted ^= character == '"';
                int separator = SEPARATORS.indexOf(character);
                if (separator >= 0 && !quoted) {
                    counts[separator]++;
                }
            }
            text.reset();
            int most = counts[1] > counts[0] ? 1 : 0;
            return SEPARATORS.charAt(counts[2] > counts[most] ? 2 : most);
        } catch (CharacterCodingException notUtf8) {
            throw CsvLines.notText(1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }
}
