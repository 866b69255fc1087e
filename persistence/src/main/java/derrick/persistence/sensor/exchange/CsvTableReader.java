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

/** Reads CSV in UTF-8: cells parted by commas, semicolons, tabs or bars, whichever parts the lines most alike. */
public final class CsvTableReader implements TableReader {
    /** Longer than any header, and than any line of a table, that people have reason to write. */
    private static final int LONGEST_LINE_CHARACTERS = 1 << 18;

    private static final int CHARACTERS_LOOKED_AT = 1 << 17;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public SensorTable open(InputStream document, TableOptions options) {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                document,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        char separator = findSeparator(text);
        CsvReader.CsvReaderBuilder csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_LINE_CHARACTERS);
        return SensorTable.open(new CsvLines(csv.ofCsvRecord(text).iterator(), separator), options);
    }

    /** Looks at the first lines, and leaves the text at its beginning, behind a byte order mark. */
    private static char findSeparator(BufferedReader text) {
        try {
            skipByteOrderMark(text);
            text.mark(CHARACTERS_LOOKED_AT + 1);
            char[] beginning = new char[CHARACTERS_LOOKED_AT];
            int length = 0;
            int read = 0;
            while (read >= 0 && length < beginning.length) {
                length += read;
                read = text.read(beginning, length, beginning.length - length);
            }
            text.reset();
            return SeparatorDetector.find(String.valueOf(beginning, 0, length), read < 0);
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
