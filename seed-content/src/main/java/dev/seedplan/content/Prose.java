package dev.seedplan.content;

import dev.seedplan.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A body of markdown, taken apart only when more than its source is asked for. */
final class Prose {

    /** What holds commonmark, so that it is loaded by plans that need it only. */
    private static final class CommonMark {

        /** Deeper quotes and lists than anybody writes, and few enough for the stack. */
        private static final int DEEPEST = 100;

        static final Parser PARSER =
                Parser.builder().maxOpenBlockParsers(DEEPEST).build();
        static final HtmlRenderer HTML = HtmlRenderer.builder().build();

        private CommonMark() {}
    }

    private final String source;

    Prose(String source) {
        this.source = source;
    }

    /** {@return the body as it is written} */
    String source() {
        return source;
    }

    String html() {
        return bounded(() -> CommonMark.HTML.render(parsed()));
    }

    String plainText() {
        return bounded(() -> PlainText.of(parsed()));
    }

    List<Markdown.Heading> headings() {
        return bounded(() -> {
            List<Markdown.Heading> found = new ArrayList<>();
            parsed().accept(new AbstractVisitor() {
                @Override
                public void visit(Heading heading) {
                    found.add(new Markdown.Heading(heading.getLevel(), PlainText.of(heading)));
                }
            });
            return List.copyOf(found);
        });
    }

    String excerpt(int longest) {
        if (longest < 1) {
            throw new IllegalArgumentException("an excerpt of " + longest + " characters");
        }
        return bounded(() -> {
            for (Node node = parsed().getFirstChild(); node != null; node = node.getNext()) {
                String text = node instanceof Paragraph ? PlainText.of(node).replace('\n', ' ') : "";
                if (!text.isEmpty()) {
                    return Excerpt.of(text, longest);
                }
            }
            return "";
        });
    }

    int wordCount() {
        return Excerpt.words(plainText());
    }

    private Node parsed() {
        return CommonMark.PARSER.parse(source);
    }

    /** Emphasis within emphasis has no limit in CommonMark, and a renderer needs stack for each. */
    private static <T> T bounded(Supplier<T> work) {
        try {
            return work.get();
        } catch (StackOverflowError e) {
            throw new Refused(ContentError.TOO_DEEP, 0, "the markdown is nested too deeply to be taken apart");
        }
    }
}
