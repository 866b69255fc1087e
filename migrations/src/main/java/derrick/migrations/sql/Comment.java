package derrick.migrations.sql;

/**
 * A comment in a script.
 *
 * @param text the text without the comment delimiters
 * @param line the line on which it begins, the first being 1
 * @param lastLine the line on which it ends
 * @param offset its offset in the script, in UTF-16 code units
 * @param alone true if no token precedes it on its line
 */
public record Comment(String text, int line, int lastLine, int offset, boolean alone) {}
