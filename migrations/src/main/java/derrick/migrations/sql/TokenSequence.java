package derrick.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some tokens that belong together, to be asked for words. Words are written in upper case and sought outside
 * parentheses only.
 */
public record TokenSequence(List<Token> tokens) {
    public TokenSequence {
        tokens = List.copyOf(tokens);
    }

    /** Whether it begins with these words. */
    public boolean starts(String... words) {
        return matches(0, words);
    }

    /** Whether these words stand in it, one right after the other. */
    public boolean has(String... words) {
        return find(words).isPresent();
    }

    /** The first of these words where they stand in it, one right after the other. */
    public Optional<Token> find(String... words) {
        int depth = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (depth == 0 && matches(at, words)) {
                return Optional.of(token);
            }
            depth += step(token);
        }
        return Optional.empty();
    }

    /** What follows these words; empty if they are not in it. */
    public TokenSequence after(String... words) {
        return find(words)
                .map(first -> new TokenSequence(tokens.subList(tokens.indexOf(first) + words.length, tokens.size())))
                .orElseGet(() -> new TokenSequence(List.of()));
    }

    /** What the commas part, those inside parentheses aside. */
    public List<TokenSequence> parts() {
        List<TokenSequence> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (depth == 0 && tokens.get(at).is(",")) {
                parts.add(new TokenSequence(tokens.subList(start, at)));
                start = at + 1;
            }
            depth += step(tokens.get(at));
        }
        if (start < tokens.size()) {
            parts.add(new TokenSequence(tokens.subList(start, tokens.size())));
        }
        return parts;
    }

    /** The tokens, to be read from left to right. */
    public TokenReader reader() {
        return new TokenReader(tokens);
    }

    /** Its first token. */
    public Token first() {
        return tokens.get(0);
    }

    private boolean matches(int start, String... words) {
        if (start + words.length > tokens.size()) {
            return false;
        }
        for (int at = 0; at < words.length; at++) {
            if (!tokens.get(start + at).is(words[at])) {
                return false;
            }
        }
        return true;
    }

    private static int step(Token token) {
        return token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
    }
}
