package derrick.migrations.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a statement can run inside a transaction block, by its text only. A statement for which it depends on
 * the database (a procedure that commits, REINDEX or CLUSTER of a partitioned table) counts as transactional; its
 * script needs the outside-transaction directive.
 */
public enum Transactionality {
    /** Can run inside a transaction. */
    TRANSACTIONAL,
    /** Fails inside a transaction with SQLSTATE 25001 or 2D000. */
    NON_TRANSACTIONAL;

    /** Returns the transactionality of a statement. */
    public static Transactionality of(Statement statement) {
        TokenReader reader = statement.reader();
        boolean outsideOnly = switch (reader.next().map(Token::keyword).orElse("")) {
            case "CREATE" -> creates(reader);
            case "DROP" -> drops(reader);
            case "ALTER" -> alters(reader);
            case "REINDEX" -> reindexes(reader);
            case "CLUSTER" -> clustersAll(reader);
            case "DISCARD" -> reader.take("ALL");
            case "COMMIT", "ROLLBACK" -> reader.take("PREPARED");
            case "VACUUM" -> true;
            case "DO" -> new DoBlock(statement).commits();
            default -> false;
        };
        return outsideOnly ? NON_TRANSACTIONAL : TRANSACTIONAL;
    }

    private static boolean creates(TokenReader reader) {
        if (reader.take("SUBSCRIPTION")) {
            OptionList options = options(reader.rest().after("WITH"));
            return !options.isOff("connect") && !options.isOff("create_slot");
        }
        reader.take("UNIQUE");
        return reader.take("INDEX", "CONCURRENTLY") || reader.takeAny("DATABASE", "TABLESPACE");
    }

    /** A subscription can be dropped in a transaction only if it has no slot, which is rare. */
    private static boolean drops(TokenReader reader) {
        return reader.take("INDEX", "CONCURRENTLY") || reader.takeAny("DATABASE", "TABLESPACE", "SUBSCRIPTION");
    }

    private static boolean alters(TokenReader reader) {
        if (reader.take("SUBSCRIPTION")) {
            return altersSubscription(reader);
        }
        if (reader.take("TABLE")) {
            return reader.rest().has("DETACH", "PARTITION") && reader.rest().has("CONCURRENTLY");
        }
        return reader.take("SYSTEM")
                || (reader.take("DATABASE") && reader.rest().has("SET", "TABLESPACE"));
    }

    /** Returns true if ALTER SUBSCRIPTION connects to the publisher or changes the slot. */
    private static boolean altersSubscription(TokenReader reader) {
        reader.takeName();
        if (reader.take("REFRESH", "PUBLICATION")) {
            return true;
        }
        boolean publications = reader.rest().has("PUBLICATION");
        OptionList options = options(
                publications ? reader.rest().after("WITH") : reader.rest().after("SET"));
        return publications ? !options.isOff("refresh") : options.has("failover") || options.isOff("two_phase");
    }

    private static boolean reindexes(TokenReader reader) {
        boolean concurrently = reader.takeParenthesized()
                .map(OptionList::new)
                .filter(options -> options.isOn("concurrently"))
                .isPresent();
        return concurrently
                || reader.takeAny("SCHEMA", "DATABASE", "SYSTEM")
                || reader.rest().has("CONCURRENTLY");
    }

    private static boolean clustersAll(TokenReader reader) {
        reader.take("VERBOSE");
        reader.takeParenthesized();
        return reader.peek().isEmpty();
    }

    private static OptionList options(TokenSequence words) {
        return new OptionList(words.reader().takeParenthesized().orElseGet(() -> new TokenSequence(List.of())));
    }

    /** Options in parentheses, such as {@code (CONCURRENTLY, VERBOSE off)} or {@code (connect = false)}. */
    private static final class OptionList {
        private static final Set<String> OFF = Set.of("false", "off", "0");

        private final Map<String, String> values = new HashMap<>();

        /** Reads the tokens inside the parentheses. */
        OptionList(TokenSequence inside) {
            for (TokenSequence option : inside.parts()) {
                TokenReader reader = option.reader();
                reader.takeName().ifPresent(name -> {
                    reader.take("=");
                    values.put(name, reader.next().map(OptionList::value).orElse("true"));
                });
            }
        }

        private static String value(Token token) {
            return CharacterClasses.lower(token.text().replace("'", ""));
        }

        boolean isOn(String name) {
            return Optional.ofNullable(values.get(name))
                    .filter(value -> !OFF.contains(value))
                    .isPresent();
        }

        boolean isOff(String name) {
            return Optional.ofNullable(values.get(name)).filter(OFF::contains).isPresent();
        }

        boolean has(String name) {
            return values.containsKey(name);
        }
    }
}
