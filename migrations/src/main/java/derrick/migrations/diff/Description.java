package derrick.migrations.diff;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The message of a revision and the part of its file names that is derived from it.
 *
 * @param sentence the message on one line
 * @param words the message in ASCII letters and digits, joined by underscores: {@code add_status_to_rigs}
 * @param advice how to improve the message; empty if it is good
 */
public record Description(String sentence, String words, Optional<String> advice) {
    /** A message that does not describe a revision. Nothing was written. */
    public static final class InvalidDescription extends RuntimeException {
        InvalidDescription(String message) {
            super(message);
        }
    }

    private static final int MAX_LENGTH = 100;
    private static final String NAME_THE_CHANGE = "name the change, for example \"add user preferences table\"";

    /** Words that could describe any revision. */
    private static final Set<String> VAGUE = Set.of(("a an the all and or of to in on for my some more new old other"
                    + " update updates updated change changes changed fix fixes fixed migration migrations migrate"
                    + " modify modifies modification modifications alter edit edits schema database db table tables"
                    + " column columns revision revisions version misc stuff things small minor various several temp"
                    + " tmp test tests wip patch hotfix final next latest again bug bugs issue")
            .split(" ", -1));

    /**
     * Reads a message in any language.
     *
     * @throws InvalidDescription if it is a single vague word, or has no letter or digit
     */
    public static Description of(String message) {
        String sentence =
                message.replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
        String ascii =
                sentence.chars().allMatch(character -> character < 0x80) ? sentence : Transliteration.toAscii(sentence);
        String words = ascii.toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (words.isEmpty()) {
            throw new InvalidDescription("the message has no letters; " + NAME_THE_CHANGE);
        }
        boolean isVague = Arrays.stream(words.split("_", -1)).allMatch(Description::isVague);
        if (isVague && !words.contains("_")) {
            throw new InvalidDescription("%s, not \"%s\"".formatted(NAME_THE_CHANGE, sentence));
        }
        if (words.length() > MAX_LENGTH) {
            String cut = words.substring(0, MAX_LENGTH + 1).replaceFirst("_[^_]*$", "");
            return new Description(
                    sentence,
                    cut.substring(0, Math.min(cut.length(), MAX_LENGTH)),
                    Optional.of("advice: write a shorter message; the file names end after %d characters"
                            .formatted(MAX_LENGTH)));
        }
        return new Description(
                sentence,
                words,
                isVague || !words.contains("_") ? Optional.of("advice: " + NAME_THE_CHANGE) : Optional.empty());
    }

    private static boolean isVague(String word) {
        return VAGUE.contains(word) || word.matches("\\d*");
    }

    /** Transliterates any script to ASCII. A class of its own, because loading the rules takes half a second. */
    private static final class Transliteration {
        private static final Transliterator RULES =
                Transliterator.getInstance("Russian-Latin/BGN; NFKC; Any-Latin; Latin-ASCII");

        static String toAscii(String text) {
            return RULES.transliterate(text)
                    .codePoints()
                    .mapToObj(Transliteration::unicodeName)
                    .collect(Collectors.joining());
        }

        /** Returns the Unicode name of a character without a rule: of a symbol all of it, of a letter the last word. */
        private static String unicodeName(int character) {
            String name = String.valueOf(Character.getName(character));
            return switch (Character.getType(character)) {
                case Character.OTHER_SYMBOL -> " " + name + " ";
                case Character.FORMAT, Character.MODIFIER_LETTER, Character.ENCLOSING_MARK -> "";
                case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK ->
                    name.contains("VOWEL SIGN") ? lastWord(name) : "";
                default ->
                    character >= 0x80 && Character.isLetterOrDigit(character)
                            ? lastWord(name)
                            : Character.toString(character);
            };
        }

        private static String lastWord(String name) {
            return name.substring(name.lastIndexOf(' ') + 1);
        }
    }
}
