package derrick.domain.change;

import derrick.domain.field.Require;
import java.util.Optional;

/**
 * What is to become of one parameter of a rig's component.
 *
 * @param from the value it had when the change was asked for, if that was known
 * @param to the value it is to have
 */
public record ProposedChange(ChangeType type, String component, String parameter, Optional<String> from, String to) {
    private static final int LONGEST_NAME = 100;

    /** @throws derrick.domain.field.InvalidField if a text is empty or too long */
    public ProposedChange {
        Require.text("component", component, LONGEST_NAME);
        Require.text("parameter", parameter, LONGEST_NAME);
        from.ifPresent(value -> Require.textOrNothing("old_value", value, Require.LONGEST_TEXT));
        Require.text("new_value", to, Require.LONGEST_TEXT);
    }
}
