package derrick.domain.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Makes adapters of ports in which another caller acts just before a method runs. */
public final class ConcurrentCaller {
    private ConcurrentCaller() {}

    /** Returns an adapter that runs an action before each call of the named method. */
    public static <T> T before(String method, Class<T> port, T adapter, Runnable action) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        action.run();
                    }
                    try {
                        return called.invoke(adapter, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
