package dev.seedplan.it;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds public and protected members of public types without a comment, in the sources of one package.
 *
 * <p>Left out is what says the same as something else: overriding methods, and the accessors and canonical constructor of
 * a record, whose components its own comment names.
 */
final class UndocumentedMembers {

    private final DocTrees trees;
    private final CompilationUnitTree file;
    private final List<String> found = new ArrayList<>();

    private UndocumentedMembers(DocTrees trees, CompilationUnitTree file) {
        this.trees = trees;
        this.file = file;
    }

    /** {@return the members' names with those of their types, in the order of the files} */
    static List<String> in(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            files = listed.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager sources =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, sources, null, List.of("-proc:none"), null, sources.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree file : task.parse()) {
                UndocumentedMembers search = new UndocumentedMembers(trees, file);
                TreePath top = new TreePath(file);
                file.getTypeDecls().forEach(type -> search.type(new TreePath(top, type), false));
                found.addAll(search.found);
            }
        }
        return found;
    }

    private void type(TreePath path, boolean inInterface) {
        ClassTree type = (ClassTree) path.getLeaf();
        if (!isOpen(type.getModifiers(), inInterface)) {
            return;
        }
        check(path, type.getSimpleName().toString());
        boolean isInterface = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
        for (Tree member : type.getMembers()) {
            TreePath here = new TreePath(path, member);
            if (member instanceof ClassTree) {
                type(here, isInterface);
            } else if (member instanceof MethodTree method) {
                method(here, type, method, isInterface);
            } else if (member instanceof VariableTree field && isOpen(field.getModifiers(), isInterface)) {
                field(here, type, field);
            }
        }
    }

    private void method(TreePath path, ClassTree type, MethodTree method, boolean inInterface) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(annotation ->
                        "Override".equals(annotation.getAnnotationType().toString()));
        boolean generated = trees.getSourcePositions().getEndPosition(file, method) < 0
                || trees.getSourcePositions().getStartPosition(file, method)
                        == trees.getSourcePositions().getStartPosition(file, type);
        boolean constructor = method.getName().contentEquals("<init>");
        boolean ofRecord = type.getKind() == Tree.Kind.RECORD
                && (constructor || components(type).anyMatch(name -> name.equals(method.getName())));
        boolean ofEnum = type.getKind() == Tree.Kind.ENUM && constructor;
        if (!overrides && !generated && !ofRecord && !ofEnum && isOpen(method.getModifiers(), inInterface)) {
            check(path, type.getSimpleName() + "." + (constructor ? type.getSimpleName() : method.getName()) + "()");
        }
    }

    /** A component of a record parses as a field of it, private and final. */
    private void field(TreePath path, ClassTree type, VariableTree field) {
        check(path, type.getSimpleName() + "." + field.getName());
    }

    private static Stream<Name> components(ClassTree record) {
        return record.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .map(VariableTree::getName);
    }

    private void check(TreePath path, String name) {
        String comment = Optional.ofNullable(trees.getDocComment(path)).orElse("");
        if (comment.isBlank()) {
            long line =
                    file.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(file, path.getLeaf()));
            found.add(Path.of(file.getSourceFile().getName()).getFileName() + ":" + line + " " + name);
        }
    }

    private static boolean isOpen(ModifiersTree modifiers, boolean inInterface) {
        return (inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE))
                || modifiers.getFlags().contains(Modifier.PUBLIC)
                || modifiers.getFlags().contains(Modifier.PROTECTED);
    }
}
