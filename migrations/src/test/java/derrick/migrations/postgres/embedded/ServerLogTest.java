package derrick.migrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerLogTest {
    @Test
    void aSummaryHasOnlyErrors() {
        assertThat(ServerLog.summary("""
                        2026-11-22 18:28:54.012 UTC [8950] LOG:  starting PostgreSQL
                        2026-11-22 18:28:54.013 UTC [8950] FATAL:  could not write lock file: No space left on device
                        2026-11-22 18:28:54.014 UTC [8950] LOG:  database system is shut down
                        """)).isEqualTo("FATAL: could not write lock file: No space left on device");
    }

    @Test
    void aSummaryBeginsWithTheCause() {
        assertThat(ServerLog.summary("""
                        2026-11-22 18:28:54.012 UTC [8950] LOG:  unrecognized parameter "x" in file "c" line 1
                        2026-11-22 18:28:54.013 UTC [8950] ERROR:  one
                        2026-11-22 18:28:54.014 UTC [8950] HINT:  two
                        2026-11-22 18:28:54.014 UTC [8950] PANIC:  three
                        """))
                .isEqualTo("LOG: unrecognized parameter \"x\" in file \"c\" line 1; ERROR: one; HINT: two");
    }

    @Test
    void errorsOfNamedProgramsAreFound() {
        assertThat(ServerLog.summary("""
                        creating directory data ... ok
                        initdb: error: could not look up effective user ID 12345: user does not exist
                        """))
                .isEqualTo("initdb: error: could not look up effective user ID 12345: user does not exist");
    }

    @Test
    void withoutErrorsASummaryHasTheLastLines() {
        assertThat(ServerLog.summary("one\n\ntwo\nthree\nfour\n")).isEqualTo("two; three; four");
    }
}
