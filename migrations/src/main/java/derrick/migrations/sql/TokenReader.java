package derrick.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tokens from left to right. A method that does not match leaves the position unchanged. */
public final class TokenReader {
    private final List<Token> tokens;
    private int at;

    public TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Takes these words, given in upper case, if they follow; returns true if they did. */
    public boolean take(String... words) {
        if (at + words.length > tokens.size()) {
            return false;
        }
        for (int word = 0; word < words.length; word++) {
            if (!tokens.get(at + word).is(words[word])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Takes the next token if it is one of these words; returns true if it was. */
    public boolean takeAny(String... words) {
        for (String word : words) {
            if (take(word)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the next token without taking it. */
    public Optional<Token> peek() {
        return at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
    }

    /** Takes the next token. */
    public Optional<Token> next() {
        Optional<Token> next = peek();
        next.ifPresent(token -> at++);
        return next;
    }

    /** Takes an unqualified name. */
    public Optional<String> takeName() {
        Optional<String> name = peek().filter(Token::isName).map(Token::name);
        name.ifPresent(found -> at++);
        return name;
    }

    /** Takes a name with an optional schema. The schema public is omitted from the result. */
    public Optional<String> takeQualifiedName() {
        Optional<String> name = takeName();
        while (name.isPresent() && take(".")) {
            String qualifier = name.get();
            name = takeName().map(last -> qualifier.equals("public") ? last : qualifier + "." + last);
        }
        return name;
    }

    /** Takes a parenthesized group and returns its content; empty if no parenthesis follows. */
    public Optional<TokenSequence> takeParenthesized() {
        if (!take("(")) {
            return Optional.empty();
        }
        List<Token> inside = new ArrayList<>();
        for (int depth = 1; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                at++;
                break;
            }
            inside.add(token);
        }
        return Optional.of(new TokenSequence(inside));
    }

    /** Returns the tokens that are not taken yet. */
    public TokenSequence rest() {
        return new TokenSequence(tokens.subList(at, tokens.size()));
    }
}
