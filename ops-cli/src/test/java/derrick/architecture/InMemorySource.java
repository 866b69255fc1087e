package derrick.architecture;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A Java source that is compiled or parsed from a string. */
final class InMemorySource extends SimpleJavaFileObject {
    private final String text;

    InMemorySource(String name, String text) {
        super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /** Accepts any type name, as the name of the source says nothing. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return true;
    }
}
