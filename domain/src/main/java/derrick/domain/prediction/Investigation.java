package derrick.domain.prediction;

import derrick.domain.field.Require;

/** How far people have come with what a detector found. */
public sealed interface Investigation {
    /** Nobody has found out yet what it was. */
    record Open() implements Investigation {
        @Override
        public String toString() {
            return "open";
        }
    }

    /** Somebody has found out, and noted what it was. */
    record Investigated(String notes) implements Investigation {
        /** @throws derrick.domain.field.InvalidField if there are no notes, or too many */
        public Investigated {
            Require.text("investigation_notes", notes, Require.MAX_TEXT_LENGTH);
        }

        @Override
        public String toString() {
            return "investigated";
        }
    }
}
