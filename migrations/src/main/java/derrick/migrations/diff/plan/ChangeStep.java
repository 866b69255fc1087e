package derrick.migrations.diff.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a change: the statements of the upgrade and those of the downgrade.
 *
 * @param up the upgrade statements, without the terminating semicolons
 * @param down the downgrade statements, in the order in which they run
 * @param loss the data that the upgrade loses, if any
 * @param remarks what the reviewer of the file has to know or decide
 * @param suppressions the lint rules that the statements may break, each with the reason
 * @param upgradeError why the server rejects the upgrade; such a step is written as a comment
 * @param downgradeError why the server rejects the downgrade
 */
public record ChangeStep(
        List<String> up,
        List<String> down,
        Optional<StepLoss> loss,
        List<String> remarks,
        Map<String, String> suppressions,
        Optional<String> upgradeError,
        Optional<String> downgradeError) {
    /**
     * Data that a step loses.
     *
     * @param what a description such as {@code the values of rig.name}
     * @param where the table or column whose data the downgrade does not restore; empty if there is none
     */
    public record StepLoss(String what, Optional<String> where) {}

    public ChangeStep {
        up = List.copyOf(up);
        down = List.copyOf(down);
        remarks = List.copyOf(remarks);
        suppressions = Map.copyOf(suppressions);
    }

    public static ChangeStep of(List<String> up, List<String> down) {
        return new ChangeStep(up, down, Optional.empty(), List.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    public static ChangeStep of(String up, String down) {
        return of(List.of(up), List.of(down));
    }

    public ChangeStep withLoss(String what, String where) {
        return withLoss(new StepLoss(what, Optional.of(where)));
    }

    public ChangeStep withLoss(StepLoss lost) {
        return new ChangeStep(up, down, Optional.of(lost), remarks, suppressions, upgradeError, downgradeError);
    }

    public ChangeStep withRemark(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new ChangeStep(up, down, loss, more, suppressions, upgradeError, downgradeError);
    }

    /** Returns a copy whose statements may break a lint rule. */
    public ChangeStep suppressing(String rule, String reason) {
        Map<String, String> more = new HashMap<>(suppressions);
        more.put(rule, reason);
        return new ChangeStep(up, down, loss, remarks, more, upgradeError, downgradeError);
    }

    ChangeStep withUpgradeError(String error) {
        return new ChangeStep(up, down, loss, remarks, suppressions, Optional.of(error), downgradeError);
    }

    ChangeStep withDowngradeError(String error) {
        return new ChangeStep(up, down, loss, remarks, suppressions, upgradeError, Optional.of(error));
    }
}
