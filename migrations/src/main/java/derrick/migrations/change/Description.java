package derrick.migrations.change;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a revision is called, in small letters between underscores: {@code add_status_to_rigs}.
 *
 * @param sentence as it was given
 */
public record Description(String sentence, String words) {
    private static final int LONGEST = 100;

    /** Words that are true of every revision, and so say nothing about one. */
    private static final Set<String> EMPTY = Set.of(("a an the all and or of to in on for my some more new old other"
                    + " update updates updated change changes changed fix fixes fixed migration migrations migrate"
                    + " modify modifies modification modifications alter edit edits schema database db table tables"
                    + " column columns revision revisions version misc stuff things small minor various several temp"
                    + " tmp test tests wip patch hotfix final next latest again bug bugs issue")
            .split(" ", -1));

    /**
     * Reads a message.
     *
     * @throws PoorDescription if it does not say what the revision does
     */
    public static Description of(String message) {
        String plain = Normalizer.normalize(message, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String words =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        List<String> telling = Arrays.stream(words.split("_", -1))
                .filter(word -> !EMPTY.contains(word) && !word.matches("\\d*"))
                .toList();
        if (telling.isEmpty() || !words.contains("_")) {
            throw new PoorDescription("'%s' does not say what it does to what; say it, as in %s"
                    .formatted(message.strip(), "\"add user preferences table\""));
        }
        if (words.length() > LONGEST) {
            throw new PoorDescription("a name has at most %d letters, and this has %d; say it in a few words"
                    .formatted(LONGEST, words.length()));
        }
        return new Description(message.strip().replaceAll("\\s+", " "), words);
    }
}
