package derrick.migrations.lint;

/**
 * A finding of lint.
 *
 * @param file the script's path
 * @param line the line of the script, the first being 1
 * @param rule the rule's id
 * @param why what happens in the database
 * @param fix the statement that avoids it
 */
public record Finding(String file, int line, String rule, String why, String fix) {}
