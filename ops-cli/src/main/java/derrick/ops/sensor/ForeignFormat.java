package derrick.ops.sensor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** File formats that import does not read, with advice for each. They are detected by their first bytes. */
enum ForeignFormat {
    XLSX("an Excel workbook (xlsx)", "save the sheet as CSV (UTF-8)"),
    OPEN_DOCUMENT("an OpenDocument file", "save the sheet as CSV (UTF-8)"),
    ZIP("a zip archive", "import its content: unzip -p %s | derrick import -"),
    GZIP("compressed with gzip", "decompress it: gunzip -c %s | derrick import -"),
    ZSTD("compressed with zstd", "decompress it: zstd -dc %s | derrick import -"),
    BZIP2("compressed with bzip2", "decompress it: bunzip2 -c %s | derrick import -"),
    XZ("compressed with xz", "decompress it: xz -dc %s | derrick import -"),
    SEVEN_ZIP("a 7z archive", "import its content: 7z x -so %s | derrick import -"),
    TAR("a tar archive", "import its content: tar -xOf %s | derrick import -"),
    XLS("an old Office file, such as an Excel workbook (xls)", "save the sheet as CSV (UTF-8)"),
    PARQUET("a Parquet file", "export its rows as CSV with a line of units"),
    ARROW("an Arrow file", "export its rows as CSV with a line of units"),
    ORC("an ORC file", "export its rows as CSV with a line of units"),
    AVRO("an Avro file", "export its rows as CSV with a line of units"),
    HDF5("an HDF5 file", "export its table as CSV with a line of units"),
    SQLITE("an SQLite database", "export its table as CSV with a line of units"),
    IMAGE("an image", "import its data as CSV"),
    PDF("a PDF document", "import its data as CSV"),
    DLIS("a DLIS log", "export its frames as CSV with a line of units"),
    LIS("a LIS log", "export its frames as CSV with a line of units"),
    UTF_32("UTF-32 text", "convert it: iconv -f UTF-32 -t UTF-8 %s | derrick import -"),
    UTF_16("UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8 %s | derrick import -"),
    UTF_16LE("UTF-16 text", "convert it: iconv -f UTF-16LE -t UTF-8 %s | derrick import -"),
    UTF_16BE("UTF-16 text", "convert it: iconv -f UTF-16BE -t UTF-8 %s | derrick import -"),
    WITSML("a WITSML document", "export the log as CSV with a line of units"),
    HTML("an HTML page", "export its table as CSV"),
    XML("an XML document", "export the log as CSV with a line of units"),
    LAS("a LAS file", "export its curves as CSV with a line of units"),
    WITS("a WITS-0 stream", "export the recorded data as CSV with a line of units"),
    RICH_TEXT("an RTF document", "save it as CSV (UTF-8)");

    /** The number of bytes that detection needs; it covers the first names in a zip archive. */
    static final int FIRST_BYTES = 4096;

    private static final Pattern WITS_FRAME =
            Pattern.compile("(?s)\\s*&&\\s*\\R\\s*\\d{4}.*|(?s)(?:\\d{4}[^\\n,;]*\\n)*\\s*!!\\s*\\R\\s*&&.*");
    private static final Pattern LAS_BEGINNING = Pattern.compile("(?s)(?:\\s*#[^\\n]*\\n)*\\s*~[A-Za-z].*");

    private final String name;
    private final String advice;

    ForeignFormat(String name, String advice) {
        this.name = name;
        this.advice = advice;
    }

    /** Returns the format of a document by its first bytes, or empty if import may be able to read it. */
    static Optional<ForeignFormat> of(byte[] beginning) {
        return byBytes(beginning).or(() -> byText(beginning));
    }

    /** Returns the error message, with the format and the advice. */
    String refusal(String file) {
        return "%s is %s, which import does not read; %s".formatted(file, name, advice.formatted(quoted(file)));
    }

    private static Optional<ForeignFormat> byBytes(byte[] bytes) {
        if (begins(bytes, "504b0304") || begins(bytes, "504b0506")) {
            String names = new String(bytes, StandardCharsets.ISO_8859_1);
            boolean workbook = names.contains("[Content_Types].xml") || names.contains("xl/");
            boolean openDocument = names.contains("mimetypeapplication/vnd.oasis");
            return Optional.of(workbook ? XLSX : openDocument ? OPEN_DOCUMENT : ZIP);
        }
        return begins(bytes, "1f8b")
                ? Optional.of(GZIP)
                : begins(bytes, "28b52ffd")
                        ? Optional.of(ZSTD)
                        : begins(bytes, "425a68") && bytes.length > 9 && bytes[4] == 0x31
                                ? Optional.of(BZIP2)
                                : begins(bytes, "fd377a585a00") ? Optional.of(XZ) : byMoreBytes(bytes);
    }

    private static Optional<ForeignFormat> byMoreBytes(byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        if (begins(bytes, "377abcaf271c")) {
            return Optional.of(SEVEN_ZIP);
        }
        if (begins(bytes, "d0cf11e0a1b11ae1")) {
            return Optional.of(XLS);
        }
        if (begins(bytes, "894844460d0a1a0a")) {
            return Optional.of(HDF5);
        }
        if (begins(bytes, "4f626a01")) {
            return Optional.of(AVRO);
        }
        if (latin.startsWith("SQLite format 3\0")) {
            return Optional.of(SQLITE);
        }
        if (latin.startsWith("ustar", 257)) {
            return Optional.of(TAR);
        }
        if (latin.startsWith("ARROW1") || latin.startsWith("FEA1")) {
            return Optional.of(ARROW);
        }
        if (begins(bytes, "89504e47") || begins(bytes, "ffd8ff") || latin.startsWith("GIF8")) {
            return Optional.of(IMAGE);
        }
        if (latin.startsWith("PAR1") || latin.startsWith("PARE")) {
            return Optional.of(PARQUET);
        }
        if (latin.startsWith("V1.00RECORD", 4) || latin.startsWith("V1.00RECORD", 84)) {
            return Optional.of(DLIS);
        }
        if (latin.startsWith("ORC") && latin.indexOf('\0') >= 0) {
            return Optional.of(ORC);
        }
        if (bytes.length > 18
                && latin.startsWith("\0\0\0\0\0\0\0\0")
                && latin.substring(0, 32).contains("\u0080")) {
            return Optional.of(LIS);
        }
        return byEncoding(bytes);
    }

    private static Optional<ForeignFormat> byEncoding(byte[] bytes) {
        if (begins(bytes, "fffe0000") || begins(bytes, "0000feff")) {
            return Optional.of(UTF_32);
        }
        if (begins(bytes, "fffe") || begins(bytes, "feff")) {
            return Optional.of(UTF_16);
        }
        if (bytes.length < 4) {
            return Optional.empty();
        }
        boolean little = bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0;
        boolean big = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0;
        return little ? Optional.of(UTF_16LE) : big ? Optional.of(UTF_16BE) : Optional.empty();
    }

    private static Optional<ForeignFormat> byText(byte[] bytes) {
        String text =
                new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.startsWith("%PDF-")) {
            return Optional.of(PDF);
        }
        if (text.startsWith("{\\rtf")) {
            return Optional.of(RICH_TEXT);
        }
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<table")) {
            return Optional.of(HTML);
        }
        if (text.startsWith("<")) {
            return lower.contains("witsml") || lower.contains("energistics")
                    ? Optional.of(WITSML)
                    : text.matches("(?s)<[?!A-Za-z].*") ? Optional.of(XML) : Optional.empty();
        }
        if (LAS_BEGINNING.matcher(text).matches()) {
            return Optional.of(LAS);
        }
        return WITS_FRAME.matcher(text).matches() ? Optional.of(WITS) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, String hexadecimal) {
        byte[] magic = HexFormat.of().parseHex(hexadecimal);
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private static String quoted(String file) {
        return SuggestedCommand.quoted(file);
    }
}
