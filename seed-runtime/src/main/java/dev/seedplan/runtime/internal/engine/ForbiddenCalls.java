package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.SeedProgram;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Looks through the constant pools of a plan's class files for members that make a row depend on something else than its
 * address (the class file format: JVMS, chapter 4.4).
 */
final class ForbiddenCalls {

    /** Classes of which no member may be used. */
    private static final Set<String> CLASSES = Set.of(
            "java/util/Random",
            "java/util/SplittableRandom",
            "java/security/SecureRandom",
            "java/util/concurrent/ThreadLocalRandom",
            "java/io/File",
            "java/nio/file/Files",
            "java/lang/ProcessBuilder",
            "java/net/InetAddress");

    /** Single members. */
    private static final Set<String> MEMBERS = Set.of(
            "java/lang/System.currentTimeMillis",
            "java/lang/System.nanoTime",
            "java/lang/System.getenv",
            "java/lang/System.getProperty",
            "java/lang/System.identityHashCode",
            "java/lang/Math.random",
            "java/util/UUID.randomUUID",
            "java/time/Instant.now",
            "java/time/LocalDate.now",
            "java/time/LocalDateTime.now",
            "java/time/LocalTime.now",
            "java/time/OffsetDateTime.now",
            "java/time/ZonedDateTime.now",
            "java/time/Year.now",
            "java/time/YearMonth.now",
            "java/time/Clock.systemUTC",
            "java/time/Clock.systemDefaultZone",
            "java/time/ZoneId.systemDefault",
            "java/util/Locale.getDefault");

    private ForbiddenCalls() {}

    static void check(SeedProgram program) {
        ClassLoader loader = program.getClass().getClassLoader();
        try {
            Class<?> plan = Class.forName(program.spec().plan(), false, loader);
            for (Class<?> c = plan; c != null && c != Object.class; c = c.getSuperclass()) {
                check(c);
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "the program's plan " + program.spec().plan() + " is not there", e);
        }
    }

    private static void check(Class<?> plan) {
        String name = plan.getName();
        String resource = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = plan.getResourceAsStream(resource)) {
            if (in != null) {
                String member = forbidden(new DataInputStream(in));
                if (!member.isEmpty()) {
                    throw new EngineException(EngineError.FORBIDDEN_CALL, name, member);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the class file of " + name + " cannot be read", e);
        }
    }

    /** {@return the first forbidden member, empty where there is none} */
    private static String forbidden(DataInputStream in) throws IOException {
        in.readInt(); // 0xCAFEBABE
        in.readInt(); // versions
        int count = in.readUnsignedShort();
        String[] texts = new String[count];
        int[] first = new int[count];
        int[] second = new int[count];
        int[] tags = new int[count];
        for (int i = 1; i < count; i++) {
            tags[i] = in.readUnsignedByte();
            switch (tags[i]) {
                case 1 -> texts[i] = in.readUTF();
                case 3, 4 -> in.readInt();
                case 5, 6 -> {
                    in.readLong();
                    i++; // longs and doubles take two places
                }
                case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
                case 9, 10, 11, 12, 17, 18 -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
                case 15 -> {
                    in.readUnsignedByte();
                    in.readUnsignedShort();
                }
                default -> throw new IOException("unknown constant " + tags[i]);
            }
        }
        for (int i = 1; i < count; i++) {
            if (tags[i] == 9 || tags[i] == 10 || tags[i] == 11) {
                String owner = texts[first[first[i]]];
                String member = texts[first[second[i]]];
                if (CLASSES.contains(owner) || MEMBERS.contains(owner + "." + member)) {
                    return owner.replace('/', '.') + "." + member;
                }
            }
        }
        return "";
    }
}
