package dev.sluice.schemas.contract;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** What the sources say of types and of their record components, so that a contract says it, too, in the same words. */
final class SourceDocs {
    private final Map<String, String> docs = new HashMap<>();

    private SourceDocs() {}

    static SourceDocs below(Path directory) {
        SourceDocs docs = new SourceDocs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(directory)) {
            List<Path> sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjects(sources.toArray(Path[]::new)));
            for (CompilationUnitTree unit : task.parse()) {
                docs.new Reader(DocTrees.instance(task))
                        .scan(unit, unit.getPackageName().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return docs;
    }

    @Nullable
    String of(Class<?> type) {
        return docs.get(type.getName());
    }

    @Nullable
    String of(Class<?> type, String component) {
        return docs.get(type.getName() + "#" + component);
    }

    private final class Reader extends TreePathScanner<Void, String> {
        private final DocTrees trees;

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, String owner) {
            boolean nested = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
            String name = owner + (nested ? "$" : ".") + type.getSimpleName();
            note(name, getCurrentPath());
            return super.visitClass(type, name);
        }

        private void note(String name, TreePath path) {
            DocCommentTree doc = trees.getDocCommentTree(path);
            if (doc == null) {
                return;
            }
            put(name, plain(doc.getFullBody()));
            for (var tag : doc.getBlockTags()) {
                if (tag instanceof ParamTree parameter) {
                    put(name + "#" + parameter.getName(), plain(parameter.getDescription()));
                }
            }
        }

        private void put(String name, String text) {
            if (!text.isEmpty()) {
                docs.put(name, text);
            }
        }

        private static String plain(List<?> body) {
            StringBuilder text = new StringBuilder();
            body.forEach(text::append);
            return text.toString()
                    .replaceAll("\\{@(?:code|link|literal) (?:[\\w.]+\\.)?([^}]*)}", "$1")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
