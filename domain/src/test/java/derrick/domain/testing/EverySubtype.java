package derrick.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/** Holds samples to what they promise: that none of the kinds there are is missing among them. */
public final class EverySubtype {
    private EverySubtype() {}

    /** Fails unless the values are of all the types that a sealed one permits, and those of all that they permit. */
    public static void isAmong(Collection<?> values, Class<?> sealed) {
        assertThat(values.stream().map(value -> value.getClass().getName()))
                .containsAll(leaves(sealed).map(Class::getName).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EverySubtype::leaves)
                : Stream.of(type);
    }
}
