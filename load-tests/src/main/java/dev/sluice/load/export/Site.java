package dev.sluice.load.export;

import com.google.common.escape.Escaper;
import com.google.common.html.HtmlEscapers;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.sluice.load.installation.OperatorMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A directory of pages. It is made beside the one that is wanted, and takes its place whole. */
final class Site {
    /** By this a directory is known to be one of ours, and may be replaced. */
    private static final String MARK = ".sluice-site";

    private static final Escaper HTML = HtmlEscapers.htmlEscaper();

    private final Path directory;
    private final Path made;
    private final Map<String, List<Entry>> categories = new TreeMap<>();

    private record Entry(String sku, String name) {}

    private Site(Path directory, Path made) {
        this.directory = directory;
        this.made = made;
    }

    /** Throws {@link OperatorMistake} where something else is in the directory. */
    static Site in(Path wanted) throws IOException {
        Path directory = wanted.toAbsolutePath().normalize();
        if (Files.exists(directory) && !isOurs(directory)) {
            throw new OperatorMistake(directory + " holds something else. Name a directory that is new or empty.");
        }
        Path made = beside(directory, "made");
        delete(made);
        Files.createDirectories(made.resolve("products"));
        return new Site(directory, made);
    }

    private static boolean isOurs(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(directory)) {
            return Files.exists(directory.resolve(MARK)) || inside.findAny().isEmpty();
        }
    }

    private static Path beside(Path directory, String kind) {
        return directory.resolveSibling("." + directory.getFileName() + "." + kind);
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            // What is below was made by us; the warning is of links that somebody else puts there meanwhile.
            MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    /** A file and no directory of that name: {@code ..} may be a SKU. */
    void add(String sku, String name, String category, String page) throws IOException {
        Files.writeString(made.resolve("products").resolve(sku + ".html"), page);
        categories.computeIfAbsent(category, _ -> new ArrayList<>()).add(new Entry(sku, name));
    }

    /** Puts it where it is wanted, in place of what an earlier export made. */
    void publish() throws IOException {
        Files.writeString(made.resolve("index.html"), index());
        Files.createFile(made.resolve(MARK));
        Path old = beside(directory, "old");
        delete(old);
        if (Files.exists(directory)) {
            Files.move(directory, old);
        }
        Files.move(made, directory);
        delete(old);
    }

    private String index() {
        StringBuilder page = new StringBuilder("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>All products</title>
                <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
                ul { columns: 18rem; padding-left: 1.2rem }</style>
                </head>
                <body>
                <h1>All products</h1>
                """);
        categories.forEach((category, entries) -> {
            page.append("<h2>").append(HTML.escape(category)).append("</h2>\n<ul>\n");
            entries.forEach(entry -> page.append("<li><a href=\"products/")
                    .append(entry.sku())
                    .append(".html\">")
                    .append(HTML.escape(entry.name()))
                    .append("</a></li>\n"));
            page.append("</ul>\n");
        });
        return page.append("</body>\n</html>\n").toString();
    }
}
