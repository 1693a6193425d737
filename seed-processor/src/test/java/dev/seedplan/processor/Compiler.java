package dev.seedplan.processor;

import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that every test of the processor runs on. */
enum Compiler {
    JAVAC {
        @Override
        JavaCompiler tool() {
            return ToolProvider.getSystemJavaCompiler();
        }
    },
    ECJ {
        @Override
        JavaCompiler tool() {
            return new EclipseCompiler();
        }
    };

    abstract JavaCompiler tool();

    List<String> release() {
        return List.of("--release", "17");
    }
}
