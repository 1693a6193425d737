package dev.seedplan.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Writes files, and knows which annotations the code that is generated for one module may carry: {@code @Generated} is
 * in the module {@code java.compiler}, which a named module need not read, and JSpecify may be missing too.
 */
public final class Sources {

    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
    private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final String PROCESSOR = "dev.seedplan.processor.SeedProcessor";

    private final Filer filer;
    private final Element origin;
    private final boolean generated;
    private final boolean nullMarked;

    /** Writes for one package or plan, from which all files originate. */
    public Sources(Filer filer, Elements elements, Element origin) {
        this.filer = filer;
        this.origin = origin;
        this.generated = resolves(elements, origin, GENERATED);
        this.nullMarked = resolves(elements, origin, NULL_MARKED) && resolves(elements, origin, NULLABLE);
    }

    private static boolean resolves(Elements elements, Element origin, ClassName name) {
        ModuleElement module = elements.getModuleOf(origin);
        return module == null
                ? elements.getTypeElement(name.canonicalName()) != null
                : elements.getTypeElement(module, name.canonicalName()) != null;
    }

    /** Adds the annotations every generated class carries. */
    void mark(TypeSpec.Builder type) {
        if (generated) {
            type.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", PROCESSOR)
                    .build());
        }
        if (nullMarked) {
            type.addAnnotation(NULL_MARKED);
        }
    }

    /** {@return whether classes may carry {@code @Generated}} */
    boolean generated() {
        return generated;
    }

    /** {@return whether classes may carry JSpecify's annotations} */
    boolean nullMarked() {
        return nullMarked;
    }

    /** Writes a class. */
    void write(String packageName, TypeSpec type) throws IOException {
        String text = JavaFile.builder(packageName, type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        write(packageName, type.name(), text);
    }

    /** Writes the source of a class. */
    void write(String packageName, String className, String text) throws IOException {
        String name = packageName.isEmpty() ? className : packageName + "." + className;
        try (Writer out = filer.createSourceFile(name, origin).openWriter()) {
            out.write(ascii(text));
        }
    }

    /** Writes a resource beside the classes, in UTF-8. */
    public void writeResource(String path, String text) throws IOException {
        try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin)
                .openOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A compiler may read sources in any encoding; ASCII is the same in all of them. */
    static String ascii(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 126 && out == null) {
                out = new StringBuilder(text.length() + 64).append(text, 0, i);
            }
            if (out != null) {
                if (c > 126) {
                    out.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
        return out == null ? text : out.toString();
    }
}
