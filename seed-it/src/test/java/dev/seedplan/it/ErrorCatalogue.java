package dev.seedplan.it;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All errors, found by shape: an enum of ours whose constants have {@code code()} and {@code exitCode()}, and {@code
 * summary()} and {@code remedy()}. Where a catalogue lacks those two, the constant's comment says what is wrong and the message what to do.
 *
 * <p>Not by the interface {@code ErrorCode}: the processor's jar holds a relocated copy of it, and two modules do not
 * depend on the one that has it.
 */
final class ErrorCatalogue {

    private ErrorCatalogue() {}

    /** {@return all entries, by code} */
    static List<ErrorEntry> entries() {
        return Module.PRODUCT.stream()
                .flatMap(module -> enums(module).flatMap(type -> entries(module, type)))
                .sorted(Comparator.comparing(ErrorEntry::code))
                .toList();
    }

    private static Stream<? extends Class<?>> enums(Module module) {
        return module.classes().stream()
                .filter(type -> type.isEnum()
                        && type.getAllMethods().stream()
                                .anyMatch(method -> method.getName().equals("exitCode")))
                .map(JavaClass::reflect);
    }

    private static Stream<ErrorEntry> entries(Module module, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> new ErrorEntry(
                        module,
                        ((Enum<?>) constant).name(),
                        type,
                        text(constant, "code").orElseThrow(),
                        sentence(text(constant, "summary").orElseGet(() -> comment(module, constant))),
                        sentence(text(constant, "remedy").orElse("The message says what")),
                        text(constant, "exitCode").orElseThrow()));
    }

    private static Optional<String> text(Object constant, String name) {
        return method(constant, name).map(method -> call(constant, method));
    }

    /** {@return the comment above a constant, where it stands on one line} */
    private static String comment(Module module, Object constant) {
        Enum<?> value = (Enum<?>) constant;
        Path source =
                module.mainSources().resolve(value.getDeclaringClass().getName().replace('.', '/') + ".java");
        Matcher matcher =
                Pattern.compile("/\\*\\* (.*) \\*/\\s+" + value.name() + "\\(").matcher(read(source));
        if (!matcher.find()) {
            throw new IllegalStateException(value + " has neither summary() nor a comment on one line in " + source);
        }
        return matcher.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Method> method(Object constant, String name) {
        Class<?> type = ((Enum<?>) constant).getDeclaringClass();
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
                .findFirst();
    }

    private static String call(Object constant, Method method) {
        try {
            method.setAccessible(true);
            return String.valueOf(method.invoke(constant));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Catalogues differ in small things, since messages put the texts into the middle of a sentence or at its end. */
    private static String sentence(String text) {
        String plain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }
}
