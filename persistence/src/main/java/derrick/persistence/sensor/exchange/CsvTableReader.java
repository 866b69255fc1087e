package derrick.persistence.sensor.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.table.SensorTable;
import derrick.domain.sensor.exchange.table.TableLine;
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
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads CSV in UTF-8 with commas, semicolons, tabs or bars between cells. The separator is detected. */
public final class CsvTableReader implements TableReader {
    /** The longest line; it is longer than any real header or row. */
    private static final int LONGEST_LINE_CHARACTERS = 1 << 18;

    private static final int FIRST_CHARACTERS = 1 << 17;

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

    /**
     * Detects the separator from the first lines, and leaves the reader at the first character after a byte order mark.
     */
    private static char findSeparator(BufferedReader text) {
        try {
            skipByteOrderMark(text);
            text.mark(FIRST_CHARACTERS + 1);
            char[] beginning = new char[FIRST_CHARACTERS];
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

    /** The lines of a CSV document. */
    private static final class CsvLines implements Iterator<TableLine> {
        private final Iterator<CsvRecord> records;
        private final char separator;
        private long lastLine;

        CsvLines(Iterator<CsvRecord> records, char separator) {
            this.records = records;
            this.separator = separator;
        }

        static MalformedDocument notText(long line) {
            return new MalformedDocument(
                    line, "", "from about here on it is not UTF-8; convert it, as iconv -f CP1252 -t UTF-8 does");
        }

        @Override
        public boolean hasNext() {
            return checked(records::hasNext);
        }

        /** @throws MalformedDocument if a cell contains NUL, or whole lines because of an unclosed quote */
        @Override
        public TableLine next() {
            CsvRecord record = checked(records::next);
            lastLine = record.getStartingLineNumber();
            for (int i = 0; i < record.getFieldCount(); i++) {
                String cell = record.getField(i);
                if (cell.indexOf('\n') >= 0 && holdsLine(cell, record.getFieldCount())) {
                    throw new MalformedDocument(
                            lastLine, "", "a quoted cell runs over the end of the line; close its quote");
                }
                if (cell.indexOf('\0') >= 0) {
                    throw new MalformedDocument(lastLine, "", "must be text, but holds the character NUL");
                }
            }
            return new TableLine(lastLine, record.getFields());
        }

        /**
         * True if a cell of several lines contains rows of the table because of an unclosed quote: lines with the
         * table's number of cells, most of them numbers or empty. A remark may have several lines, too.
         */
        private boolean holdsLine(String cell, int cells) {
            return cell.lines().skip(1).anyMatch(line -> {
                String[] parts = line.split(Pattern.quote(String.valueOf(separator)), -1);
                long likeData = Stream.of(parts)
                        .filter(part -> part.isBlank() || part.chars().anyMatch(Character::isDigit))
                        .count();
                return parts.length > 1 && parts.length >= cells && 2 * likeData >= parts.length;
            });
        }

        private <T> T checked(Supplier<T> step) {
            try {
                return step.get();
            } catch (CsvParseException malformed) {
                throw malformed.getCause() instanceof CharacterCodingException
                        ? notText(lastLine + 1)
                        : new MalformedDocument(
                                lastLine + 1,
                                "",
                                "here or below a quote is not closed, or a line is too long for a table");
            } catch (UncheckedIOException failure) {
                throw failure.getCause() instanceof CharacterCodingException ? notText(lastLine + 1) : failure;
            }
        }
    }
}
