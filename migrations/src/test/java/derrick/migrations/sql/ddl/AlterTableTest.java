package derrick.migrations.sql.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.sql.SqlScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AlterTableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE well ADD a int, DROP b",
                "alter table if exists only public.Well * add a int, drop b",
                "ALTER FOREIGN TABLE \"well\" ADD a int, DROP b",
            })
    void tableAndActionsAreRead(String sql) {
        AlterTable alter = alter(sql);

        assertThat(alter.table()).isEqualTo("well");
        assertThat(alter.actions()).hasSize(2);
        assertThat(alter.actions().get(0).addedColumn())
                .map(ColumnDefinition::name)
                .hasValue("a");
        assertThat(alter.actions().get(1).droppedColumn()).hasValue("b");
    }

    @Test
    void otherStatementsAreNotRead() {
        assertThat(AlterTable.of(
                        SqlScript.parse("ALTER VIEW v RENAME TO w").statements().get(0)))
                .isEmpty();
    }

    @Test
    void aRenamedTableHasANewName() {
        assertThat(alter("ALTER TABLE a RENAME TO \"B\"").newName()).hasValue("B");
        assertThat(alter("ALTER TABLE a RENAME b TO c").newName()).isEmpty();
    }

    @Test
    void attachedAndDetachedPartitionsAreRead() {
        assertThat(alter("ALTER TABLE a ATTACH PARTITION s.b DEFAULT").partition("ATTACH"))
                .hasValue("s.b");
        assertThat(alter("ALTER TABLE a DETACH PARTITION b CONCURRENTLY").partition("DETACH"))
                .hasValue("b");
        assertThat(alter("ALTER TABLE a ATTACH PARTITION b DEFAULT").partition("DETACH"))
                .isEmpty();
    }

    @Test
    void addedConstraintsAreNoColumns() {
        AlterAction action = action("ADD CONSTRAINT c CHECK (a > 0) NOT VALID");

        assertThat(action.addedColumn()).isEmpty();
        assertThat(action.addedConstraint()).get().satisfies(constraint -> {
            assertThat(constraint.name()).hasValue("c");
            assertThat(constraint.is("CHECK")).isTrue();
            assertThat(constraint.isNotValid()).isTrue();
        });
        assertThat(action("ADD UNIQUE USING INDEX i")
                        .addedConstraint()
                        .orElseThrow()
                        .index())
                .hasValue("i");
        assertThat(action("ADD COLUMN IF NOT EXISTS c int").addedConstraint()).isEmpty();
    }

    @Test
    void columnsAndConstraintsAreDropped() {
        assertThat(action("DROP COLUMN IF EXISTS a CASCADE").droppedColumn()).hasValue("a");
        assertThat(action("DROP CONSTRAINT IF EXISTS c").droppedConstraint()).hasValue("c");
        assertThat(action("DROP CONSTRAINT c").droppedColumn()).isEmpty();
        assertThat(action("DROP c").droppedConstraint()).isEmpty();
    }

    @Test
    void validatedConstraintsAreRead() {
        assertThat(action("VALIDATE CONSTRAINT c").validatedConstraint()).hasValue("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER a TYPE text|text|false",
                "ALTER COLUMN a SET DATA TYPE numeric(8, 2)|numeric(8, 2)|false",
                "ALTER a TYPE varchar(50) USING a::varchar(50)|varchar(50)|false",
                "ALTER a TYPE varchar(50) USING a::varchar(40)|varchar(50)|true",
                "ALTER a TYPE int USING b::int|int4|true",
                "ALTER a TYPE int USING length(a)|int4|true",
            })
    void aNewTypeIsConvertedUnlessUsingOnlyCasts(String action, String type, boolean converted) {
        assertThat(action(action).newType()).get().satisfies(change -> {
            assertThat(change.column()).isEqualTo("a");
            assertThat(change.type()).hasToString(type);
            assertThat(change.converted()).isEqualTo(converted);
        });
    }

    @Test
    void otherChangesOfColumnsAreRead() {
        assertThat(action("ALTER a SET NOT NULL").columnSetNotNull()).hasValue("a");
        assertThat(action("ALTER a DROP NOT NULL").columnSetNotNull()).isEmpty();
        assertThat(action("ALTER a DROP NOT NULL").columnDropNotNull()).hasValue("a");
        assertThat(action("ALTER a SET EXPRESSION AS (b)").columnSetExpression())
                .hasValue("a");
        assertThat(action("RENAME COLUMN a TO b").newName()).hasValue(new AlterAction.NewName("a", "b"));
        assertThat(action("RENAME CONSTRAINT a TO b").newName()).isEmpty();
        assertThat(action("ALTER CONSTRAINT a NOT ENFORCED").newType()).isEmpty();
    }

    private static AlterTable alter(String sql) {
        return AlterTable.of(SqlScript.parse(sql).statements().get(0)).orElseThrow();
    }

    private static AlterAction action(String action) {
        return alter("ALTER TABLE t " + action).actions().get(0);
    }
}
