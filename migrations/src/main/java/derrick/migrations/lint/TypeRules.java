package derrick.migrations.lint;

import derrick.migrations.sql.Token;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.ColumnDefinition;
import derrick.migrations.sql.ddl.CreateTable;
import derrick.migrations.sql.ddl.TableConstraint;
import derrick.migrations.sql.ddl.TypeName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Types and names that are regretted later. What a block makes is not looked at: it asks first what is there, and may
 * bring back an old form.
 */
final class TypeRules {
    private static final int LONGEST_NAME_BYTES = 63;

    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "json-type",
                    "a column of type json",
                    "json has no equality, cannot be indexed and is parsed at each reading",
                    "jsonb",
                    site -> typed(site, type -> type.isAny("json"))),
            Rule.ofStatement(
                    "char-type",
                    "a column of type char(n)",
                    "char pads values with blanks, which comparisons then ignore",
                    "text, or varchar(n)",
                    site -> typed(site, type -> type.isAny("char"))),
            Rule.ofStatement(
                    "timestamp-without-zone",
                    "a column of type timestamp without time zone",
                    "nobody knows which instant it means, and an hour of autumn comes twice",
                    "timestamptz",
                    site -> typed(site, type -> type.isAny("timestamp"))),
            Rule.ofStatement(
                    "int-key",
                    "a primary key that is a column of 32 bits or less",
                    "after two thousand million rows no more can be inserted",
                    "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                    TypeRules::shortKeys),
            Rule.ofStatement(
                    "long-name",
                    "a name of more than 63 bytes",
                    "the server cuts it off, and two such names may become one",
                    "a name of at most 63 bytes",
                    site -> site.statement().tokens().stream()
                            .filter(token -> token.isName()
                                    && token.name().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES)));

    private TypeRules() {}

    private static Stream<Token> typed(StatementContext site, Predicate<TypeName> found) {
        if (site.insideBlock()) {
            return Stream.empty();
        }
        return Stream.concat(
                site.columns().filter(column -> found.test(column.type())).map(ColumnDefinition::at),
                AlterTable.of(site.statement()).stream()
                        .flatMap(alter -> alter.actions().stream())
                        .filter(action -> action.newType()
                                .filter(change -> found.test(change.type()))
                                .isPresent())
                        .map(action -> action.at()));
    }

    private static Stream<Token> shortKeys(StatementContext site) {
        if (site.insideBlock()) {
            return Stream.empty();
        }
        Stream<Token> inColumns = site.columns()
                .filter(column -> column.constraints().has("PRIMARY", "KEY") && isShort(column.type()))
                .map(ColumnDefinition::at);
        Stream<Token> besideColumns = CreateTable.of(site.statement()).stream()
                .flatMap(create -> keyColumns(create.constraints(), types(create)));
        Stream<Token> added = AlterTable.of(site.statement()).stream()
                .flatMap(alter -> alter.actions().stream()
                        .flatMap(action -> action.addedConstraint().stream())
                        .flatMap(constraint -> keyColumn(constraint).stream())
                        .filter(column -> site.schema()
                                .type(alter.table(), column.name())
                                .filter(TypeRules::isShort)
                                .isPresent()));
        return Stream.of(inColumns, besideColumns, added).reduce(Stream.empty(), Stream::concat);
    }

    private static Map<String, TypeName> types(CreateTable create) {
        return create.columns().stream()
                .collect(Collectors.toMap(ColumnDefinition::name, ColumnDefinition::type, (first, second) -> first));
    }

    private static Stream<Token> keyColumns(List<TableConstraint> constraints, Map<String, TypeName> types) {
        return constraints.stream()
                .flatMap(constraint -> keyColumn(constraint).stream())
                .filter(column -> Optional.ofNullable(types.get(column.name()))
                        .filter(TypeRules::isShort)
                        .isPresent());
    }

    /** The column of a primary key that has only one; with several, none of them numbers the rows. */
    private static Optional<Token> keyColumn(TableConstraint constraint) {
        List<Token> columns = constraint.inside().tokens();
        return constraint.is("PRIMARY") && columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
    }

    private static boolean isShort(TypeName type) {
        return type.isAny("int2", "int4", "serial2", "serial4") && !type.array();
    }
}
