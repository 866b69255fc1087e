package derrick.migrations.lint;

import derrick.migrations.sql.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells whether an expression may be volatile. A function that is not listed counts as volatile, which is also the
 * default of CREATE FUNCTION.
 */
final class Volatility {
    /** Server functions that are stable or immutable. */
    static final Set<String> NOT_VOLATILE = Set.of(
            "abs",
            "array_fill",
            "ceil",
            "concat",
            "concat_ws",
            "current_setting",
            "date_part",
            "date_trunc",
            "floor",
            "format",
            "int4range",
            "int8range",
            "json_build_array",
            "json_build_object",
            "jsonb_build_array",
            "jsonb_build_object",
            "left",
            "length",
            "lower",
            "make_date",
            "make_interval",
            "make_time",
            "make_timestamp",
            "make_timestamptz",
            "md5",
            "now",
            "numrange",
            "replace",
            "right",
            "round",
            "statement_timestamp",
            "timezone",
            "to_char",
            "to_date",
            "to_json",
            "to_jsonb",
            "to_timestamp",
            "transaction_timestamp",
            "tsrange",
            "tstzrange",
            "upper");

    /** Keywords and types that may precede a parenthesis without being a function call. */
    private static final Set<String> NO_FUNCTIONS = Set.of(
            "AND",
            "ANY",
            "ARRAY",
            "BIT",
            "CAST",
            "CHAR",
            "CHARACTER",
            "COALESCE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "DECIMAL",
            "ELSE",
            "EXTRACT",
            "GREATEST",
            "IN",
            "INTERVAL",
            "LEAST",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "NOT",
            "NULLIF",
            "NUMERIC",
            "OR",
            "ROW",
            "THEN",
            "TIME",
            "TIMESTAMP",
            "TIMESTAMPTZ",
            "VARBIT",
            "VARCHAR",
            "VARYING",
            "WHEN");

    private Volatility() {}

    static boolean mayBeVolatile(List<Token> expression) {
        return IntStream.range(0, expression.size() - 1)
                .filter(at -> expression.get(at + 1).is("("))
                .mapToObj(expression::get)
                .filter(Token::isName)
                .anyMatch(name -> !NO_FUNCTIONS.contains(name.keyword()) && !NOT_VOLATILE.contains(name.name()));
    }
}
