package derrick.persistence;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the string constants of compiled classes from their constant pools (JVM specification, chapter 4.4). */
final class ClassConstants {
    private static final int UTF8 = 1;
    private static final int STRING = 8;
    private static final int MAGIC_AND_VERSION_BYTES = 8;

    private ClassConstants() {}

    /** Returns the string constants of all classes in a folder and its subfolders. */
    static List<String> below(Path folder) throws IOException {
        List<String> strings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                strings.addAll(in(file));
            }
        }
        return strings;
    }

    private static List<String> in(Path file) throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        try (DataInputStream input = new DataInputStream(Files.newInputStream(file))) {
            input.skipNBytes(MAGIC_AND_VERSION_BYTES);
            int size = input.readUnsignedShort();
            for (int index = 1; index < size; index++) {
                int tag = input.readUnsignedByte();
                if (tag == UTF8) {
                    texts.put(index, input.readUTF());
                } else if (tag == STRING) {
                    strings.add(input.readUnsignedShort());
                } else {
                    input.skipNBytes(bytes(tag));
                    index += slots(tag) - 1;
                }
            }
        }
        return strings.stream().map(texts::get).toList();
    }

    private static int bytes(int tag) {
        return switch (tag) {
            case 7, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IllegalArgumentException("unknown constant pool tag: " + tag);
        };
    }

    /** A long and a double take two entries. */
    private static int slots(int tag) {
        return tag == 5 || tag == 6 ? 2 : 1;
    }
}
