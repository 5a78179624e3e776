package dev.hcp.api.crd.generator;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import dev.hcp.api.HcpException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the models and their members mean: the Javadoc of their sources, which class files do not keep. */
final class Descriptions {
    private final Map<String, String> texts = new HashMap<>();

    private Descriptions() {}

    /** The descriptions of everything below a root of sources. The sources are parsed, not compiled. */
    static Descriptions ofSources(Path root) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new HcpException("the definitions take their descriptions from the sources of the models, which needs"
                    + " the compiler of a JDK; this Java has none");
        }
        Descriptions descriptions = new Descriptions();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(root)) {
            List<Path> java = sources.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            Scanner scanner = descriptions.new Scanner(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, null);
            }
        }
        return descriptions;
    }

    /** What a type is; empty when its source does not say. */
    String of(Class<?> type) {
        return texts.getOrDefault(type.getCanonicalName(), "");
    }

    /** The first sentence of what a type is. */
    String summaryOf(Class<?> type) {
        String text = of(type);
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** What an attribute is; empty when its getter does not say. */
    String of(Method getter) {
        return texts.getOrDefault(getter.getDeclaringClass().getCanonicalName() + "#" + getter.getName(), "");
    }

    /** Collects the documented types and the methods that may be getters. */
    private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;
        private String enclosing = "";

        Scanner(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            String outer = enclosing;
            String prefix = outer.isEmpty() ? packageName() : outer;
            enclosing = prefix + "." + type.getSimpleName();
            note(enclosing);
            super.visitClass(type, null);
            enclosing = outer;
            return null;
        }

        private String packageName() {
            return String.valueOf(getCurrentPath().getCompilationUnit().getPackageName());
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            if (method.getParameters().isEmpty()) {
                note(enclosing + "#" + method.getName());
            }
            return null;
        }

        private void note(String name) {
            String text = DocText.of(trees.getDocCommentTree(getCurrentPath()));
            if (!text.isEmpty()) {
                texts.put(name, text);
            }
        }
    }
}
