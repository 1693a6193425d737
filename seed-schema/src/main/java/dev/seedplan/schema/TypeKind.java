package dev.seedplan.schema;

/** The kinds of {@link UserType}, as the file names them. */
enum TypeKind {
    ENUM,
    DOMAIN,
    COMPOSITE,
    RANGE,
    BASE;

    static TypeKind of(UserType type) {
        if (type instanceof UserType.EnumType) {
            return ENUM;
        } else if (type instanceof UserType.DomainType) {
            return DOMAIN;
        } else if (type instanceof UserType.CompositeType) {
            return COMPOSITE;
        }
        return type instanceof UserType.RangeType ? RANGE : BASE;
    }
}
