package derrick.migrations.sql;

/**
 * What a script says to its readers.
 *
 * @param text what it says, without the characters that make it a comment
 * @param line the line on which it begins, the first being 1
 * @param lastLine the line on which it ends
 * @param offset where it begins in the script, in UTF-16 units
 * @param alone whether no token stands before it on its line
 */
public record Comment(String text, int line, int lastLine, int offset, boolean alone) {}
