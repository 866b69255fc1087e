package derrick.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Dependencies.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependenciesTest {
    private static final Node TABLE = new Node(Kind.TABLE, "rig");
    private static final Node VIEW = new Node(Kind.VIEW, "b");
    private static final Node VIEW_OF_VIEW = new Node(Kind.VIEW, "a");
    private static final Dependencies DEPENDENCIES =
            new Dependencies(Map.of(VIEW, Set.of(TABLE), VIEW_OF_VIEW, Set.of(VIEW)));

    @Test
    void indirectDependentsAreFound() {
        assertThat(DEPENDENCIES.dependentsOf(List.of(TABLE))).containsExactlyInAnyOrder(VIEW, VIEW_OF_VIEW);
        assertThat(DEPENDENCIES.directDependentsOf(List.of(TABLE))).containsExactly(VIEW);
    }

    @Test
    void rootsAreNotTheirOwnDependents() {
        assertThat(DEPENDENCIES.dependentsOf(List.of(TABLE, VIEW))).containsExactly(VIEW_OF_VIEW);
        assertThat(DEPENDENCIES.directDependentsOf(List.of(TABLE, VIEW))).containsExactly(VIEW_OF_VIEW);
    }

    @Test
    void anObjectFollowsThoseThatItNeedsIndirectly() {
        assertThat(DEPENDENCIES.inOrder(List.of(VIEW_OF_VIEW, TABLE))).containsExactly(TABLE, VIEW_OF_VIEW);
    }

    @Test
    void mutualDependenciesAreSorted() {
        assertThat(new Dependencies(Map.of(VIEW, Set.of(VIEW_OF_VIEW), VIEW_OF_VIEW, Set.of(VIEW)))
                        .inOrder(List.of(VIEW, VIEW_OF_VIEW)))
                .containsExactly(VIEW, VIEW_OF_VIEW);
    }

    @Test
    void thePartOfAnObjectIsNamedAfterIt() {
        assertThat(Node.part(Kind.COLUMN, "rig", "id")).isEqualTo(new Node(Kind.COLUMN, "rig.id"));
    }
}
