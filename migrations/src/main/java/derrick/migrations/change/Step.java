package derrick.migrations.change;

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
record Step(
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
    record Loss(String what, Optional<String> where) {}

    Step {
        up = List.copyOf(up);
        down = List.copyOf(down);
        remarks = List.copyOf(remarks);
        excuses = Map.copyOf(excuses);
    }

    static Step of(List<String> up, List<String> down) {
        return new Step(up, down, Optional.empty(), List.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    static Step of(String up, String down) {
        return of(List.of(up), List.of(down));
    }

    Step losing(String what, String where) {
        return losing(new Loss(what, Optional.of(where)));
    }

    Step losing(Loss lost) {
        return new Step(up, down, Optional.of(lost), remarks, excuses, refusal, noWayBack);
    }

    Step remarking(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Step(up, down, loss, more, excuses, refusal, noWayBack);
    }

    Step excused(String rule, String reason) {
        Map<String, String> more = new HashMap<>(excuses);
        more.put(rule, reason);
        return new Step(up, down, loss, remarks, more, refusal, noWayBack);
    }

    /** The same step, which the server does not take. */
    Step refused(String reason) {
        return new Step(up, down, loss, remarks, excuses, Optional.of(reason), noWayBack);
    }

    /** The same step, whose way back the server does not take. */
    Step withoutWayBack(String reason) {
        return new Step(up, down, loss, remarks, excuses, refusal, Optional.of(reason));
    }
}
