package dev.seedplan.runtime.internal.sql;

import org.jspecify.annotations.Nullable;

/** What follows a value without an operator: a cast, a subscript, a field. */
final class Postfix {

    private Postfix() {}

    static @Nullable Expr of(Expr left, Cursor in, SqlParser parser) {
        if (in.takeIf("::")) {
            return new Expr.Cast(left, TypeParser.type(in));
        } else if (in.takeIf("[")) {
            Expr index = parser.expression();
            if (in.at(":")) {
                throw in.error("array slices are not read");
            }
            in.expect("]");
            return new Expr.Subscript(left, index);
        } else if (in.at(".") && in.peek(1).isName()) {
            in.take();
            return new Expr.Field(left, in.take().text());
        }
        return null;
    }
}
