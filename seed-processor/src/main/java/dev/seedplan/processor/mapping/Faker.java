package dev.seedplan.processor.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.seedplan.processor.ProcessorError;
import dev.seedplan.schema.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** {@code faker.lorem.sentence()}: Datafaker's providers, as they are on the plan's class path. */
final class Faker {

    private static final ClassName VALUES = ClassName.get("dev.seedplan.faker", "FakerValues");

    private final Elements elements;

    Faker(Elements elements) {
        this.elements = elements;
    }

    Code call(Expression.Call call, Lines lines, Calls.Arguments arguments) {
        TypeElement at = elements.getTypeElement("net.datafaker.Faker");
        if (at == null || elements.getTypeElement(VALUES.canonicalName()) == null) {
            throw new Problem(
                    ProcessorError.MAPPING_FUNCTION,
                    call.position(),
                    "faker is not on the class path; add the dependency dev.seedplan:seed-faker");
        }
        List<Expression.Name> names = call.names().subList(1, call.names().size());
        CodeBlock.Builder java = CodeBlock.builder().add("f");
        for (int i = 0; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            List<Expression> given = last ? call.arguments() : List.of();
            ExecutableElement method = method(at, names.get(i), given.size());
            List<CodeBlock> values = new ArrayList<>();
            for (int p = 0; p < given.size(); p++) {
                Shape shape = Shapes.of(method.getParameters().get(p).asType());
                values.add(arguments.of(given.get(p), shape).java());
            }
            java.add(".$N($L)", method.getSimpleName().toString(), CodeBlock.join(values, ", "));
            TypeElement next = Lines.element(method.getReturnType());
            if (last) {
                Shape shape = Shapes.of(method.getReturnType());
                CodeBlock gen = CodeBlock.of("$T.<$T>faker(f -> $L)", VALUES, shape.type(), java.build());
                CodeBlock drawn = CodeBlock.of("map.<$T>draw(cell, $L, $L)", shape.type(), lines.draw(), gen);
                return new Code(drawn, shape, true, "", gen);
            }
            if (next == null) {
                break;
            }
            at = next;
        }
        throw new Problem(
                ProcessorError.MAPPING_FUNCTION, call.position(), "faker is asked as in faker.lorem.sentence()");
    }

    private ExecutableElement method(TypeElement type, Expression.Name name, int parameters) {
        Set<String> known = new TreeSet<>();
        ExecutableElement found = null;
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
            boolean usable = method.getModifiers().contains(Modifier.PUBLIC)
                    && method.getReturnType().getKind() != TypeKind.VOID
                    && !String.valueOf(method.getEnclosingElement()).equals("java.lang.Object")
                    && method.getParameters().size() == parameters;
            if (usable) {
                known.add(method.getSimpleName().toString());
                boolean meant =
                        Functions.bare(method.getSimpleName().toString()).equals(Functions.bare(name.text()));
                found = meant && found == null ? method : found;
            }
        }
        if (found == null) {
            throw new Problem(
                    ProcessorError.MAPPING_FUNCTION,
                    name.position(),
                    type.getSimpleName() + " has no \"" + name.text() + "\" with " + parameters + " arguments; "
                            + Suggestions.of(name.text(), known));
        }
        return found;
    }
}
