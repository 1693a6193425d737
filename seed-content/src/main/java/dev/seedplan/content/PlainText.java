package dev.seedplan.content;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The text of markdown as a reader reads it: without marks, addresses of links and HTML; of a picture its description.
 * Blocks begin on lines of their own. commonmark's own renderer adds quotes and addresses.
 */
final class PlainText extends AbstractVisitor {

    private final StringBuilder out = new StringBuilder();

    private PlainText() {}

    /** {@return the text of a node and of what is in it} */
    static String of(Node node) {
        PlainText visitor = new PlainText();
        node.accept(visitor);
        return visitor.out.toString().strip();
    }

    private void line() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        line();
        visitChildren(paragraph);
        line();
    }

    @Override
    public void visit(Heading heading) {
        line();
        visitChildren(heading);
        line();
    }

    @Override
    public void visit(BulletList list) {
        line();
        visitChildren(list);
    }

    @Override
    public void visit(OrderedList list) {
        line();
        visitChildren(list);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        line();
        out.append(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        line();
        out.append(block.getLiteral());
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        out.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak softLineBreak) {
        out.append(' ');
    }

    @Override
    public void visit(HardLineBreak hardLineBreak) {
        out.append('\n');
    }
}
