package derrick.migrations.change;

import derrick.migrations.catalog.Sequence;

/** A sequence that no column owns changes. */
record SequenceChange(Sequence before, Sequence after) {
    void plan(Plan plan) {
        if (!before.definition().equals(after.definition())) {
            plan.add(Stage.MAKE, after.name(), Step.of(alter(after), alter(before)));
        }
        if (!before.comment().equals(after.comment())) {
            plan.add(
                    Stage.MAKE,
                    after.name(),
                    Remark.step("SEQUENCE " + Names.of(after.name()), before.comment(), after.comment()));
        }
    }

    private static String alter(Sequence sequence) {
        return "ALTER SEQUENCE %s AS %s%s"
                .formatted(
                        Names.of(sequence.name()),
                        sequence.definition(),
                        sequence.definition().endsWith(" CYCLE") ? "" : " NO CYCLE");
    }
}
