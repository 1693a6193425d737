package dev.seedplan.schema;

/**
 * The qualified name of an object in a database, as PostgreSQL stores it: unquoted and case-sensitive.
 *
 * @param schema the schema, for example {@code public}
 * @param name the object's own name
 */
public record QName(String schema, String name) implements Comparable<QName> {

    @Override
    public int compareTo(QName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
