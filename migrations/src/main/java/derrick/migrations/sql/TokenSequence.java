package derrick.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sequence of tokens that can be searched for keywords. Keywords are given in upper case and found outside
 * parentheses only.
 */
public record TokenSequence(List<Token> tokens) {
    public TokenSequence {
        tokens = List.copyOf(tokens);
    }

    /** Returns true if it starts with these words. */
    public boolean starts(String... words) {
        return matches(0, words);
    }

    /** Returns true if it contains these words in succession. */
    public boolean has(String... words) {
        return find(words).isPresent();
    }

    /** Returns the first token of these words where they occur in succession. */
    public Optional<Token> find(String... words) {
        int depth = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (depth == 0 && matches(at, words)) {
                return Optional.of(token);
            }
            depth += depthChange(token);
        }
        return Optional.empty();
    }

    /** Returns the tokens after these words; empty if they do not occur. */
    public TokenSequence after(String... words) {
        return find(words)
                .map(first -> new TokenSequence(tokens.subList(tokens.indexOf(first) + words.length, tokens.size())))
                .orElseGet(() -> new TokenSequence(List.of()));
    }

    /** Splits the sequence at commas outside parentheses. */
    public List<TokenSequence> parts() {
        List<TokenSequence> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (depth == 0 && tokens.get(at).is(",")) {
                parts.add(new TokenSequence(tokens.subList(start, at)));
                start = at + 1;
            }
            depth += depthChange(tokens.get(at));
        }
        if (start < tokens.size()) {
            parts.add(new TokenSequence(tokens.subList(start, tokens.size())));
        }
        return parts;
    }

    /** Returns a reader at the first token. */
    public TokenReader reader() {
        return new TokenReader(tokens);
    }

    /** Returns the first token. */
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

    private static int depthChange(Token token) {
        return token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
    }
}
