package derrick.migrations.diff.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a change, and its way back.
 *
 * @param up statements, without the semicolons that end them
 * @param down those that take them back, in the order in which they run
 * @param loss what would be lost, as in {@code the rows of rig}; empty if nothing is
 * @param remarks what whoever reviews the file has to know or to decide
 * @param excuses why something that lint finds may stay, by its rule
 * @param refusal why the server does not take it, so that it is only written as a comment; empty if it does
 * @param noWayBack the same for its way back alone
 */
public record ChangeStep(
        List<String> up,
        List<String> down,
        Optional<Loss> loss,
        List<String> remarks,
        Map<String, String> excuses,
        Optional<String> refusal,
        Optional<String> noWayBack) {
    /**
     * What a step costs.
     *
     * @param what as in {@code the values of rig.name}
     * @param where the table, or table and column, whose rows the way down does not bring back; empty if it is none's
     */
    public record Loss(String what, Optional<String> where) {}

    public ChangeStep {
        up = List.copyOf(up);
        down = List.copyOf(down);
        remarks = List.copyOf(remarks);
        excuses = Map.copyOf(excuses);
    }

    public static ChangeStep of(List<String> up, List<String> down) {
        return new ChangeStep(up, down, Optional.empty(), List.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    public static ChangeStep of(String up, String down) {
        return of(List.of(up), List.of(down));
    }

    public ChangeStep losing(String what, String where) {
        return losing(new Loss(what, Optional.of(where)));
    }

    public ChangeStep losing(Loss lost) {
        return new ChangeStep(up, down, Optional.of(lost), remarks, excuses, refusal, noWayBack);
    }

    public ChangeStep remarking(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new ChangeStep(up, down, loss, more, excuses, refusal, noWayBack);
    }

    public ChangeStep excused(String rule, String reason) {
        Map<String, String> more = new HashMap<>(excuses);
        more.put(rule, reason);
        return new ChangeStep(up, down, loss, remarks, more, refusal, noWayBack);
    }

    /** The same step, which the server does not take. */
    public ChangeStep refused(String reason) {
        return new ChangeStep(up, down, loss, remarks, excuses, Optional.of(reason), noWayBack);
    }

    /** The same step, whose way back the server does not take. */
    public ChangeStep withoutWayBack(String reason) {
        return new ChangeStep(up, down, loss, remarks, excuses, refusal, Optional.of(reason));
    }
}
