package derrick.migrations.sql;

import java.util.List;

/**
 * Whether the server runs a statement inside a transaction block. Only the text decides; where it depends on the state
 * of the database as well (a procedure that commits, a partitioned table that is reindexed or clustered), the statement
 * counts as transactional, and the server refuses it, unless its script asks to run outside a transaction.
 */
public enum Transactionality {
    /** Runs inside a transaction and outside. */
    TRANSACTIONAL,
    /** Refused inside a transaction, with SQLSTATE 25001 or 2D000. */
    NON_TRANSACTIONAL;

    /** What a statement is. */
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

    /** A subscription without a slot can be dropped in a transaction, but few have none. */
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

    /** Whatever talks to the publisher or changes the slot there. */
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
        boolean concurrently = reader.takeParenthesised()
                .map(OptionList::new)
                .filter(options -> options.isOn("concurrently"))
                .isPresent();
        return concurrently
                || reader.takeAny("SCHEMA", "DATABASE", "SYSTEM")
                || reader.rest().has("CONCURRENTLY");
    }

    private static boolean clustersAll(TokenReader reader) {
        reader.take("VERBOSE");
        reader.takeParenthesised();
        return reader.peek().isEmpty();
    }

    private static OptionList options(TokenSequence phrase) {
        return new OptionList(phrase.reader().takeParenthesised().orElseGet(() -> new TokenSequence(List.of())));
    }
}
