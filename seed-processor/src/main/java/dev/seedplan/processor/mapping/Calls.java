package dev.seedplan.processor.mapping;

import com.palantir.javapoet.CodeBlock;
import dev.seedplan.processor.ProcessorError;
import dev.seedplan.schema.Suggestions;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Calls of functions: which overload is meant, and its arguments. */
final class Calls {

    private static final String GEN = "dev.seedplan.OptionalGen";

    private final Types types;
    private final Functions functions;
    private final Lines lines;

    Calls(Types types, Functions functions, Lines lines) {
        this.types = types;
        this.functions = functions;
        this.lines = lines;
    }

    /** Compiles arguments. */
    interface Arguments {

        /** {@return the argument as it is wanted} */
        Code of(Expression argument, Shape wanted);
    }

    /**
     * {@return a call}
     *
     * @param wanted what the place takes, which generic functions take for theirs
     */
    Code of(Expression.Call call, Shape wanted, Arguments arguments) {
        List<ExecutableElement> named = functions.named(call.name());
        if (named.isEmpty()) {
            throw new Problem(
                    ProcessorError.MAPPING_FUNCTION,
                    call.position(),
                    "there is no function \"" + call.name() + "\"; " + Suggestions.of(call.name(), functions.names()));
        }
        Problem reason = null;
        Code best = null;
        int least = Integer.MAX_VALUE;
        int[] mark = lines.mark();
        int[] after = mark;
        for (ExecutableElement method : named) {
            lines.back(mark);
            try {
                Call attempt = new Call(method, call, wanted, arguments);
                Code code = attempt.code();
                if (attempt.cost < least) {
                    least = attempt.cost;
                    best = code;
                    after = lines.mark();
                }
            } catch (Problem e) {
                // The last that takes so many arguments says why they do not fit.
                reason = reason == null || !e.position().equals(call.position()) ? e : reason;
            }
        }
        lines.back(after);
        if (best == null) {
            throw reason == null ? wrongArguments(call, named) : reason;
        }
        return best;
    }

    private static Problem wrongArguments(Expression.Call call, List<ExecutableElement> named) {
        List<String> forms = named.stream().map(Calls::form).distinct().toList();
        return new Problem(
                ProcessorError.MAPPING_FUNCTION,
                call.position(),
                call.name() + " takes other arguments: " + String.join(" or ", forms));
    }

    private static String form(ExecutableElement method) {
        List<String> names = method.getParameters().stream()
                .filter(parameter -> !given(parameter.asType()))
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        return method.getSimpleName() + "(" + String.join(", ", names) + (method.isVarArgs() ? "…" : "") + ")";
    }

    /** What a compiled mapping has at hand itself. */
    private static boolean given(TypeMirror type) {
        String name = Lines.nameOf(type);
        return name.equals("dev.seedplan.Cell") || name.equals("dev.seedplan.mapping.MappingRow");
    }

    /** {@return what a generator gives; null for other types} */
    @Nullable
    TypeMirror generated(TypeMirror type) {
        if (Lines.nameOf(type).equals(GEN) && type instanceof DeclaredType gen) {
            TypeMirror argument = gen.getTypeArguments().isEmpty()
                    ? null
                    : gen.getTypeArguments().get(0);
            return argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : argument;
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        for (TypeMirror parent : types.directSupertypes(type)) {
            TypeMirror found = generated(parent);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** One overload, tried. */
    private final class Call {

        private final ExecutableElement method;
        private final Expression.Call call;
        private final Arguments arguments;
        private Shape variable;
        private boolean usesCell;
        private int cost;

        Call(ExecutableElement method, Expression.Call call, Shape wanted, Arguments arguments) {
            this.method = method;
            this.call = call;
            this.arguments = arguments;
            variable = wanted;
        }

        Code code() {
            List<? extends VariableElement> parameters = method.getParameters();
            int own = (int) parameters.stream().filter(p -> given(p.asType())).count();
            int wanted = parameters.size() - own;
            int got = call.arguments().size();
            if (method.isVarArgs() ? got < wanted - 1 : got != wanted) {
                throw wrongArguments(call, functions.named(call.name()));
            }
            List<CodeBlock> java = new ArrayList<>();
            List<Code> missing = new ArrayList<>();
            List<String> names = new ArrayList<>();
            int at = 0;
            for (int i = 0; i < parameters.size(); i++) {
                TypeMirror type = parameters.get(i).asType();
                if (given(type)) {
                    boolean cell = Lines.nameOf(type).equals("dev.seedplan.Cell");
                    usesCell |= cell;
                    java.add(CodeBlock.of(cell ? "at" : "map"));
                } else if (method.isVarArgs() && i == parameters.size() - 1 && type instanceof ArrayType array) {
                    for (; at < got; at++) {
                        java.add(argument(
                                array.getComponentType(), call.arguments().get(at), missing, names, true));
                    }
                } else {
                    java.add(argument(type, call.arguments().get(at++), missing, names, false));
                }
            }
            Code result = result(invocation(java));
            return guarded(result, missing, names);
        }

        private CodeBlock argument(
                TypeMirror type, Expression argument, List<Code> missing, List<String> names, boolean several) {
            TypeMirror gen = generated(type);
            if (gen != null) {
                Code code = arguments.of(argument, shapeOf(gen));
                if (code.gen() == null) {
                    throw new Problem(
                            ProcessorError.MAPPING_TYPE,
                            argument.position(),
                            "there has to be one of the values, such as word()");
                }
                return code.gen();
            }
            if (type.getKind() == TypeKind.DECLARED
                    && (Lines.nameOf(type).equals("java.lang.Class")
                            || Shapes.of(type).is(Shape.Kind.OTHER))) {
                throw wrongArguments(call, List.of(method));
            }
            Code code = arguments.of(argument, shapeOf(type));
            if (type.getKind() == TypeKind.TYPEVAR && variable.is(Shape.Kind.ANY)) {
                variable = code.shape();
            }
            cost += cost(argument, shapeOf(type));
            if (!code.nullable() || (several && Shapes.of(type).is(Shape.Kind.ANY))) {
                return code.java();
            }
            if (type.getKind().isPrimitive()) {
                return CodeBlock.of("$T.given($L, $S)", Lines.CONVERSIONS, code.java(), code.field());
            }
            String name = lines.variable();
            missing.add(code);
            names.add(name);
            return CodeBlock.of("$N", name);
        }

        private int cost(Expression argument, Shape wanted) {
            if (argument instanceof Expression.Text) {
                return wanted.is(Shape.Kind.TEXT) ? 0 : 3;
            }
            if (argument instanceof Expression.Amount number) {
                Shape.Kind natural = number.whole() ? Shape.Kind.INTEGER : Shape.Kind.DECIMAL;
                return wanted.is(natural) ? 0 : wanted.kind().number() ? 1 : 3;
            }
            return 0;
        }

        private Shape shapeOf(TypeMirror type) {
            if (type.getKind() == TypeKind.TYPEVAR) {
                return variable;
            }
            if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
                return shapeOf(wildcard.getExtendsBound());
            }
            if (Lines.nameOf(type).equals("java.util.List") && type instanceof DeclaredType list) {
                // A list's own values, where the place takes a list of the function's.
                Shape item = variable.is(Shape.Kind.LIST) ? variable.itemOrText() : variable;
                TypeMirror argument = list.getTypeArguments().get(0);
                return Shape.listOf(argument.getKind() == TypeKind.TYPEVAR ? item : shapeOf(argument));
            }
            return Shapes.of(type);
        }

        private CodeBlock invocation(List<CodeBlock> java) {
            String owner = String.valueOf(method.getEnclosingElement());
            // Inherited by Values, which is the class that users know and may name.
            String called = owner.startsWith("dev.seedplan.") && owner.endsWith("Values") ? Lines.VALUES_CLASS : owner;
            CodeBlock type =
                    method.getTypeParameters().size() == 1 ? CodeBlock.of("<$T>", variable.type()) : CodeBlock.of("");
            return CodeBlock.of(
                    "$L.$L$N($L)", called, type, method.getSimpleName().toString(), CodeBlock.join(java, ", "));
        }

        private Code result(CodeBlock invocation) {
            TypeMirror gen = generated(method.getReturnType());
            if (gen != null) {
                Shape shape = shapeOf(gen);
                CodeBlock drawn = CodeBlock.of("map.<$T>draw(cell, $L, $L)", shape.type(), lines.draw(), invocation);
                return new Code(drawn, shape, true, "", invocation);
            }
            Shape shape = shapeOf(method.getReturnType());
            if (usesCell) {
                CodeBlock lambda = CodeBlock.of("at -> $L", invocation);
                return Code.of(
                        shape, true, CodeBlock.of("map.<$T>draw(cell, $L, $L)", shape.type(), lines.draw(), lambda));
            }
            return Code.of(shape, !method.getReturnType().getKind().isPrimitive(), invocation);
        }

        /** A function is not called where an argument is missing; its result is missing then. */
        private Code guarded(Code result, List<Code> missing, List<String> names) {
            Code code = result;
            for (int i = missing.size() - 1; i >= 0; i--) {
                code = new Code(
                        CodeBlock.of(
                                "$T.<$T, $T>with($L, $N -> $L)",
                                Lines.EXPRESSIONS,
                                missing.get(i).shape().type(),
                                code.shape().type(),
                                missing.get(i).java(),
                                names.get(i),
                                code.java()),
                        code.shape(),
                        true,
                        missing.get(i).field(),
                        null);
            }
            return code;
        }
    }
}
