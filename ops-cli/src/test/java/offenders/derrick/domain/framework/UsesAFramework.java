package offenders.derrick.domain.framework;

import jakarta.inject.Inject;

/** Domain code that a framework has marked. */
final class UsesAFramework {
    @Inject
    UsesAFramework() {}
}
