package derrick.domain.prediction;

import derrick.domain.field.Require;

/** The stage of the investigation of an anomaly. */
public sealed interface Investigation {
    /** The anomaly is not investigated yet. */
    record Open() implements Investigation {
        @Override
        public String toString() {
            return "open";
        }
    }

    /** The anomaly is investigated; the notes say what it was. */
    record Investigated(String notes) implements Investigation {
        /** @throws derrick.domain.field.InvalidField if the notes are empty or too long */
        public Investigated {
            Require.text("investigation_notes", notes, Require.MAX_TEXT_LENGTH);
        }

        @Override
        public String toString() {
            return "investigated";
        }
    }
}
