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
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The tests behind {@code where}: static methods of the plan, or ready ones, that take the value first and say true or false. */
record TestCalls(Functions functions, LineCompiler compiler) {

    CodeBlock of(Line.Test test, Shape value) {
        Expression.Call call = test.call();
        ExecutableElement method = named(call);
        List<? extends VariableElement> parameters = method.getParameters();
        int wanted = parameters.size() - 1;
        int got = call.arguments().size();
        if (method.isVarArgs() ? got < wanted - 1 : got != wanted) {
            List<String> names = parameters.stream()
                    .skip(1)
                    .map(p -> p.getSimpleName().toString())
                    .toList();
            throw new Problem(
                    ProcessorError.MAPPING_FUNCTION,
                    call.position(),
                    "the test is " + method.getSimpleName()
                            + (names.isEmpty() ? "" : "(" + String.join(", ", names) + ")"));
        }
        List<CodeBlock> java = new ArrayList<>();
        Code subject = new Code(CodeBlock.of("value"), value, false, "", null);
        java.add(Coercion.to(subject, Shapes.of(parameters.get(0).asType()), call.position())
                .java());
        for (int i = 0; i < got; i++) {
            TypeMirror type =
                    parameters.get(Math.min(i + 1, parameters.size() - 1)).asType();
            TypeMirror one = method.isVarArgs() && i >= wanted - 1 && type instanceof ArrayType array
                    ? array.getComponentType()
                    : type;
            Expression argument = call.arguments().get(i);
            boolean literal = argument instanceof Expression.Text
                    || argument instanceof Expression.Amount
                    || argument instanceof Expression.Truth;
            if (!literal) {
                throw new Problem(ProcessorError.MAPPING_SYNTAX, argument.position(), "a test takes texts and numbers");
            }
            java.add(compiler.compile(argument, Shapes.of(one)).java());
        }
        ClassName owner = ClassName.get((TypeElement) method.getEnclosingElement());
        String name = method.getSimpleName().toString();
        return CodeBlock.of(
                ".where(value -> $L$T.$N($L), $S)",
                test.negated() ? "!" : "",
                owner,
                name,
                CodeBlock.join(java, ", "),
                (test.negated() ? "not " : "") + said(call));
    }

    private static String said(Expression.Call call) {
        List<String> arguments = call.arguments().stream().map(TestCalls::said).toList();
        return call.name() + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
    }

    private static String said(Expression argument) {
        return argument instanceof Expression.Text text
                ? '"' + text.value() + '"'
                : argument instanceof Expression.Amount number ? number.value() : "…";
    }

    private ExecutableElement named(Expression.Call call) {
        String bare = Functions.bare(call.name());
        List<ExecutableElement> own = functions.named(call.name()).stream()
                .filter(method -> functions.ofPlan(method)
                        && method.getReturnType().getKind() == TypeKind.BOOLEAN
                        && !method.getParameters().isEmpty())
                .toList();
        if (!own.isEmpty()) {
            return own.get(0);
        }
        Set<String> names = new TreeSet<>();
        for (ExecutableElement method : functions.tests()) {
            if (Functions.bare(method.getSimpleName().toString()).equals(bare)) {
                return method;
            }
            names.add(method.getSimpleName().toString());
        }
        throw new Problem(
                ProcessorError.MAPPING_FUNCTION,
                call.position(),
                "there is no test \"" + call.name() + "\"; " + Suggestions.of(call.name(), names));
    }
}
