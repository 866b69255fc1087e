package derrick.migrations.lint;

/**
 * What lint found.
 *
 * @param file the script's path
 * @param line the line of the script, the first being 1
 * @param rule the rule's id
 * @param why what would happen
 * @param cure what to write instead
 */
public record Finding(String file, int line, String rule, String why, String cure) {}
