package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code that computes values knows no clock, no chance, and no setting of the machine. */
class RepeatableCodeTest {

    private static final Set<String> PACKAGES = Set.of(
            "dev.seedplan",
            "dev.seedplan.spi",
            "dev.seedplan.internal",
            "dev.seedplan.runtime.internal.engine",
            "dev.seedplan.runtime.internal.exclusion",
            "dev.seedplan.runtime.internal.partition",
            "dev.seedplan.runtime.internal.types",
            "dev.seedplan.runtime.internal.words");

    private static final Set<String> OWNERS = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.TimeZone",
            "java.util.Calendar",
            "java.time.Clock",
            "java.util.Date",
            "java.text.Collator");

    private static final Set<String> MEMBERS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.identityHashCode",
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault",
            "java.util.Collections.shuffle",
            "java.time.ZoneId.systemDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.lang.String.formatted");

    /** Overloads that lack the argument which would make them independent of the machine. */
    private static final Set<String> OVERLOADS = Set.of(
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>(byte[])",
            "java.lang.String.format(java.lang.String, java.lang.Object[])",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.text.DecimalFormat.<init>(java.lang.String)");

    @Test
    void valuesDependOnNothingButTheirAddress() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : engine().toList()) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (isForbidden(access)) {
                    found.add(access.getDescription());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void thePackagesExist() {
        assertThat(engine().map(JavaClass::getPackageName)).containsAll(PACKAGES);
    }

    private static Stream<JavaClass> engine() {
        return Stream.of(Module.DSL, Module.RUNTIME)
                .flatMap(module -> module.classes().stream())
                .filter(type -> PACKAGES.contains(type.getPackageName()));
    }

    private static boolean isForbidden(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = owner + "." + access.getName();
        boolean clock = owner.startsWith("java.time.") && "now".equals(access.getName());
        String call = access.getTarget().getFullName();
        return clock || OWNERS.contains(owner) || MEMBERS.contains(member) || OVERLOADS.contains(call);
    }
}
