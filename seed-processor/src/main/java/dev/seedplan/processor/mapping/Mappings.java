package dev.seedplan.processor.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.plan.RowMethod;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.processor.schema.ColumnType;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.processor.schema.SqlKind;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Suggestions;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Checks and compiles the {@code @Mapping} of a plan's row methods. */
public final class Mappings {

    private final SchemaPackage schema;
    private final Elements elements;
    private final Types types;
    private final TypeElement plan;
    private final Map<String, TypeMirror> pools;
    private final PlanReports reports;

    /**
     * Makes those of a plan.
     *
     * @param pools the types of the assets of the pools that the program can read, by the names of their fields
     */
    public Mappings(
            SchemaPackage schema,
            Elements elements,
            Types types,
            TypeElement plan,
            Map<String, TypeMirror> pools,
            PlanReports reports) {
        this.schema = schema;
        this.elements = elements;
        this.types = types;
        this.plan = plan;
        this.pools = pools;
        this.reports = reports;
    }

    /**
     * {@return the mapping of a row method; empty where it has none, or a wrong one, which has been reported}
     *
     * @param pool the field that the method takes its rows from; null for none
     */
    public Optional<CompiledMapping> of(RowMethod method, @Nullable String pool) {
        return RowMethod.inherited(method.chain(), "Mapping").flatMap(use -> of(method.table(), use, pool));
    }

    private Optional<CompiledMapping> of(Table table, AnnotationUse use, @Nullable String pool) {
        String text = use.text("value");
        TypeMirror asset = pool == null ? null : pools.get(pool);
        List<CodeBlock> statements = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        boolean failed = false;
        List<Line> lines;
        try {
            lines = Parser.lines(text);
        } catch (Problem e) {
            reports.error(use.at("value"), e.message(text));
            return Optional.empty();
        }
        for (Line line : lines) {
            try {
                statements.add(statement(table, line, asset, seen));
            } catch (Problem e) {
                failed = true;
                reports.error(use.at("value"), e.message(text));
            }
        }
        for (List<Line> ready : ReadyLines.of(use.constant("start"), table)) {
            ready(table, ready, asset, seen).ifPresent(statements::add);
        }
        TypeName type = asset == null ? null : TypeName.get(asset);
        return failed ? Optional.empty() : Optional.of(new CompiledMapping(type, statements, seen));
    }

    /** The first of the lines that fits; none where the mapping has one of its own, or the assets have no such fields. */
    private Optional<CodeBlock> ready(Table table, List<Line> lines, @Nullable TypeMirror asset, Set<String> seen) {
        if (seen.contains(lines.get(0).column().text())) {
            return Optional.empty();
        }
        for (Line line : lines) {
            try {
                return Optional.of(statement(table, line, asset, seen));
            } catch (Problem e) {
                seen.remove(line.column().text());
            }
        }
        return Optional.empty();
    }

    private CodeBlock statement(Table table, Line line, @Nullable TypeMirror asset, Set<String> seen) {
        Column column = column(table, line.column());
        if (!seen.add(column.name())) {
            throw new Problem(
                    ProcessorError.MAPPING_COLUMN,
                    line.column().position(),
                    "column " + column.name() + " has a line already");
        }
        ColumnType type = schema.types().of(column);
        Shape shape = Shapes.of(type, schema);
        if (shape == null || column.isGenerated() || column.identity() == Identity.ALWAYS) {
            throw new Problem(
                    ProcessorError.MAPPING_COLUMN,
                    line.column().position(),
                    "column " + column.name()
                            + (shape == null ? " is of a type without a setter" : " is filled by the server"));
        }
        Lines numbers = new Lines();
        LineCompiler compiler = compiler(numbers, asset, type, shape);
        Code value = compiler.compile(line.value(), shape);
        new LiteralLength(column.name(), type.base().maxLength()).check(line.value());
        CodeBlock.Builder java = CodeBlock.builder()
                .add(
                        "row.$N(map.<$T>column($S, $S, cell -> $L)",
                        schema.names().accessor(table.name(), column.name()),
                        shape.type(),
                        column.name(),
                        value.field(),
                        value.java());
        limits(java, type);
        TestCalls tests = new TestCalls(new Functions(elements, plan), compiler);
        line.tests().forEach(test -> java.add(tests.of(test, shape)));
        Expression other = line.otherwise().value();
        if (line.otherwise().skip()) {
            java.add(".orSkip()");
        } else if (other != null) {
            java.add(".orElse(cell -> $L)", compiler.compile(other, shape).java());
        }
        return java.add(column.notNull() ? ".required())" : ".optional())").build();
    }

    private LineCompiler compiler(Lines numbers, @Nullable TypeMirror asset, ColumnType type, Shape shape) {
        QName labels = type.enumType();
        Shape element = shape.is(Shape.Kind.LIST) ? shape.itemOrText() : shape;
        EnumLabels known = new EnumLabels(
                element, labels == null ? List.of() : schema.types().labels(labels));
        Calls calls = new Calls(types, new Functions(elements, plan), numbers);
        return new LineCompiler(numbers, new AssetFields(asset, numbers), known, calls, new Faker(elements), pools);
    }

    private static void limits(CodeBlock.Builder java, ColumnType type) {
        if (type.kind() == SqlKind.INT2) {
            java.add(".within($L, $L)", Short.MIN_VALUE, Short.MAX_VALUE);
        }
        if (type.kind() == SqlKind.NUMERIC && type.base().precision() >= 0) {
            java.add(".digits($L, $L)", type.base().precision(), type.base().scale());
        }
    }

    private Column column(Table table, Expression.Name name) {
        for (Column column : table.columns()) {
            if (column.name().equals(name.text())) {
                return column;
            }
        }
        List<String> names = table.columns().stream().map(Column::name).toList();
        throw new Problem(
                ProcessorError.MAPPING_COLUMN,
                name.position(),
                "table " + schema.shortName(table.name()) + " has no column \"" + name.text() + "\"; "
                        + Suggestions.of(name.text(), names));
    }
}
