package dev.seedplan.processor.mapping;

import com.palantir.javapoet.CodeBlock;
import dev.seedplan.processor.ProcessorError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeMirror;

/** Compiles the expressions of one line. */
final class LineCompiler {

    private final Lines lines;
    private final AssetFields asset;
    private final EnumLabels labels;
    private final Calls calls;
    private final Faker faker;
    private final Map<String, TypeMirror> pools;

    /**
     * Makes one.
     *
     * @param pools the types of the assets of the plan's pools, by the names of their fields
     */
    LineCompiler(
            Lines lines,
            AssetFields asset,
            EnumLabels labels,
            Calls calls,
            Faker faker,
            Map<String, TypeMirror> pools) {
        this.lines = lines;
        this.asset = asset;
        this.labels = labels;
        this.calls = calls;
        this.faker = faker;
        this.pools = pools;
    }

    /**
     * {@return an expression as Java}
     *
     * @throws Problem if it cannot give what is wanted
     */
    Code compile(Expression expression, Shape wanted) {
        if (expression instanceof Expression.Text text) {
            return labels.areOf(wanted) ? labels.constant(text) : Literals.text(text, wanted);
        }
        if (expression instanceof Expression.Amount number) {
            return Literals.number(number, wanted);
        }
        if (expression instanceof Expression.Truth truth) {
            return Coercion.to(Code.constant(Shape.BOOLEAN, "$L", truth.value()), wanted, truth.position());
        }
        if (expression instanceof Expression.Length length) {
            Code code = Code.constant(Shape.DURATION, "$T.ofSeconds($LL)", java.time.Duration.class, length.seconds());
            return Coercion.to(code, wanted, length.position());
        }
        if (expression instanceof Expression.Null) {
            Shape shape = wanted.is(Shape.Kind.ANY) ? Shape.TEXT : wanted;
            return Code.of(shape, true, CodeBlock.of("($T) null", shape.type()));
        }
        if (expression instanceof Expression.Items items) {
            return items(items, wanted);
        }
        if (expression instanceof Expression.Fact fact) {
            return Coercion.to(Facts.of(fact, asset), wanted, fact.position());
        }
        if (expression instanceof Expression.Path path) {
            Code code = asset.at(path.names(), CodeBlock.of("asset"), wanted.is(Shape.Kind.LIST));
            return Coercion.to(code, wanted, path.position());
        }
        if (expression instanceof Expression.Alternatives alternatives) {
            return alternatives(alternatives, wanted);
        }
        Expression.Call call = (Expression.Call) expression;
        return Coercion.to(call(call, wanted), wanted, call.position());
    }

    private Code items(Expression.Items items, Shape wanted) {
        if (!wanted.is(Shape.Kind.LIST) && !wanted.is(Shape.Kind.ANY) && !wanted.is(Shape.Kind.JSON)) {
            throw new Problem(
                    ProcessorError.MAPPING_TYPE,
                    items.position(),
                    "a list stands where " + wanted.said() + " is wanted");
        }
        boolean typed = wanted.is(Shape.Kind.LIST) && !wanted.itemOrText().is(Shape.Kind.ANY);
        Shape item = typed ? wanted.itemOrText() : Shape.TEXT;
        List<CodeBlock> java = new ArrayList<>();
        for (Expression one : items.items()) {
            Code code = compile(one, item);
            java.add(
                    code.nullable()
                            ? CodeBlock.of("$T.given($L, $S)", Lines.CONVERSIONS, code.java(), "an item")
                            : code.java());
        }
        Code list =
                Code.constant(Shape.listOf(item), "$T.<$T>of($L)", List.class, item.type(), CodeBlock.join(java, ", "));
        return Coercion.to(list, wanted, items.position());
    }

    private Code alternatives(Expression.Alternatives alternatives, Shape wanted) {
        List<Expression> all = alternatives.all();
        Code last = compile(all.get(0), wanted);
        Shape shape = wanted.is(Shape.Kind.ANY) ? last.shape() : wanted;
        List<Code> codes = new ArrayList<>(List.of(last));
        for (Expression one : all.subList(1, all.size())) {
            codes.add(compile(one, shape));
        }
        Code joined = codes.get(codes.size() - 1);
        for (int i = codes.size() - 2; i >= 0; i--) {
            CodeBlock java = CodeBlock.of(
                    "$T.<$T>or($L, () -> $L)",
                    Lines.EXPRESSIONS,
                    shape.type(),
                    codes.get(i).java(),
                    joined.java());
            joined = new Code(
                    java,
                    shape,
                    codes.get(i).nullable() || joined.nullable(),
                    codes.get(i).field(),
                    null);
        }
        return joined;
    }

    private Code call(Expression.Call call, Shape wanted) {
        if (call.names().get(0).text().equals("faker")) {
            return faker.call(call, lines, this::compile);
        }
        if (call.names().size() > 1) {
            throw new Problem(
                    ProcessorError.MAPPING_FUNCTION,
                    call.position(),
                    "a function has no dot in its name, but for those of faker");
        }
        return switch (Functions.bare(call.name())) {
            case "random" -> random(call, wanted);
            case "pick" -> pick(call, wanted);
            case "unique" -> unique(call, wanted);
            default -> calls.of(call, wanted, this::compile);
        };
    }

    /** A number between two, a field of a pool's asset, or one of several values. */
    private Code random(Expression.Call call, Shape wanted) {
        List<Expression> arguments = call.arguments();
        boolean range = arguments.size() == 2 && arguments.stream().allMatch(Expression.Amount.class::isInstance);
        if (!range) {
            return pick(call, wanted);
        }
        boolean whole = arguments.stream().allMatch(n -> ((Expression.Amount) n).whole());
        List<Expression> bounds = whole
                ? arguments
                : arguments.stream()
                        .<Expression>map(n -> new Expression.Text(((Expression.Amount) n).value(), n.position()))
                        .toList();
        String name = !whole ? "decimals" : wanted.is(Shape.Kind.LONG) ? "longs" : "ints";
        return calls.of(renamed(call, name, bounds), wanted, this::compile);
    }

    private Code pick(Expression.Call call, Shape wanted) {
        List<Expression> arguments = call.arguments();
        if (arguments.size() == 1 && arguments.get(0) instanceof Expression.Path path) {
            TypeMirror pool = pools.get(path.names().get(0).text());
            if (pool != null) {
                return fieldOfPool(path, pool, wanted);
            }
            return calls.of(renamed(call, "pick", arguments), wanted, this::compile);
        }
        boolean literal = arguments.size() == 1 && arguments.get(0) instanceof Expression.Items;
        if (arguments.size() > 1 || literal) {
            List<Expression> values = literal ? ((Expression.Items) arguments.get(0)).items() : arguments;
            return calls.of(renamed(call, "oneOf", values), wanted, this::compile);
        }
        return calls.of(renamed(call, "pick", arguments), wanted, this::compile);
    }

    private Code fieldOfPool(Expression.Path path, TypeMirror assets, Shape wanted) {
        if (path.names().size() < 2) {
            throw new Problem(
                    ProcessorError.MAPPING_FIELD,
                    path.position(),
                    "a field of the pool's assets has to follow: " + path.text() + ".name");
        }
        AssetFields fields = new AssetFields(assets, lines);
        CodeBlock picked =
                CodeBlock.of("map.pick($N, cell, $L)", path.names().get(0).text(), lines.draw());
        return fields.at(path.names().subList(1, path.names().size()), picked, wanted.is(Shape.Kind.LIST));
    }

    /** A source of values, each given once. */
    private Code unique(Expression.Call call, Shape wanted) {
        Code gen = call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Call inner
                ? call(inner, wanted)
                : null;
        CodeBlock source = gen == null ? null : gen.gen();
        if (gen == null || source == null) {
            throw new Problem(
                    ProcessorError.MAPPING_FUNCTION,
                    call.position(),
                    "unique takes one of the values, such as unique(email())");
        }
        CodeBlock once = CodeBlock.of("$L.unique()", source);
        return new Code(
                CodeBlock.of("map.<$T>draw(cell, $L, $L)", gen.shape().type(), lines.draw(), once),
                gen.shape(),
                true,
                "",
                once);
    }

    private static Expression.Call renamed(Expression.Call call, String name, List<Expression> arguments) {
        return new Expression.Call(List.of(new Expression.Name(name, call.position())), arguments, call.position());
    }
}
