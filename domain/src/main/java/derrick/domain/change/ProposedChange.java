package derrick.domain.change;

import derrick.domain.field.Require;
import java.util.Optional;

/**
 * The requested new value of a parameter of a rig's component.
 *
 * @param from the value at the time of the request, if known
 * @param to the requested value
 */
public record ProposedChange(ChangeType type, String component, String parameter, Optional<String> from, String to) {
    private static final int MAX_NAME_LENGTH = 100;

    /** @throws derrick.domain.field.InvalidField if a text is empty or too long */
    public ProposedChange {
        Require.text("component", component, MAX_NAME_LENGTH);
        Require.text("parameter", parameter, MAX_NAME_LENGTH);
        from.ifPresent(value -> Require.textOrEmpty("old_value", value, Require.MAX_TEXT_LENGTH));
        Require.text("new_value", to, Require.MAX_TEXT_LENGTH);
    }
}
