package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.QName;
import dev.seedplan.schema.TypeRef;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current row of a query of the catalogs. */
final class CatalogRow {

    private final ResultSet result;

    CatalogRow(ResultSet result) {
        this.result = result;
    }

    String text(String column) throws SQLException {
        String value = textOrNull(column);
        if (value == null) {
            throw new SQLException("the catalog has no " + column);
        }
        return value;
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    /** {@return a text that people wrote, with line ends as on Unix: a checkout on Windows must give the same snapshot} */
    @Nullable
    String proseOrNull(String column) throws SQLException {
        String value = textOrNull(column);
        return value == null ? null : value.replace("\r\n", "\n");
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    QName name(String schema, String name) throws SQLException {
        return new QName(text(schema), text(name));
    }

    @Nullable
    QName nameOrNull(String schema, String name) throws SQLException {
        return textOrNull(name) == null ? null : name(schema, name);
    }

    List<String> texts(String column) throws SQLException {
        Array array = result.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** {@return the type that {@link TypeSql} selected} */
    TypeRef type() throws SQLException {
        return new TypeRef(
                text("type_sql"), name("type_schema", "type_name"), flag("type_array"), (int) number("type_modifier"));
    }
}
