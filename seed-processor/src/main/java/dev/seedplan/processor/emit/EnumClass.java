package dev.seedplan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.schema.UserType;
import java.io.IOException;
import javax.lang.model.element.Modifier;

/** Writes the Java enum of an enum in the database. */
public final class EnumClass {

    private final SchemaPackage schema;
    private final Sources sources;

    /** Writes enums of one schema package. */
    public EnumClass(SchemaPackage schema, Sources sources) {
        this.schema = schema;
        this.sources = sources;
    }

    /** Writes an enum. */
    public void write(UserType.EnumType type) throws IOException {
        ClassName name = ClassName.get(schema.name(), schema.names().enumClass(type.name()));
        TypeSpec.Builder java = TypeSpec.enumBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Names.LABELED)
                .addJavadoc("The enum $L.\n", Doc.code(type.name().toString()));
        String comment = type.comment();
        if (comment != null) {
            java.addJavadoc("\n<p>$L\n", Doc.escaped(comment));
        }
        sources.mark(java);
        for (String label : type.labels()) {
            java.addEnumConstant(
                    schema.names().constant(type.name(), label),
                    TypeSpec.anonymousClassBuilder("$S", label)
                            .addJavadoc("Label $L.\n", Doc.code(label))
                            .build());
        }
        java.addField(String.class, "label", Modifier.PRIVATE, Modifier.FINAL);
        java.addMethod(MethodSpec.constructorBuilder()
                .addParameter(String.class, "label")
                .addStatement("this.label = label")
                .build());
        java.addMethod(MethodSpec.methodBuilder("label")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return label")
                .build());
        sources.write(schema.name(), java.build());
    }
}
