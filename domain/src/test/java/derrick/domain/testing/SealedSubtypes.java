package derrick.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/** Checks that samples contain every subtype of a sealed type. */
public final class SealedSubtypes {
    private SealedSubtypes() {}

    /** Fails unless the values contain an instance of each permitted subtype, also of nested sealed types. */
    public static void assertAllPresent(Collection<?> values, Class<?> sealed) {
        assertThat(values.stream().map(value -> value.getClass().getName()))
                .containsAll(concreteSubtypes(sealed).map(Class::getName).toList());
    }

    private static Stream<Class<?>> concreteSubtypes(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedSubtypes::concreteSubtypes)
                : Stream.of(type);
    }
}
