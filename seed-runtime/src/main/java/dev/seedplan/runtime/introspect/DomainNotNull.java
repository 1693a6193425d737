package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.QName;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which domains refuse NULL, themselves or through the domain they are made of. */
final class DomainNotNull {

    private final Map<QName, UserType.DomainType> domains;

    private DomainNotNull(Map<QName, UserType.DomainType> domains) {
        this.domains = domains;
    }

    static DomainNotNull of(List<UserType> types) {
        Map<QName, UserType.DomainType> domains = new HashMap<>();
        for (UserType type : types) {
            if (type instanceof UserType.DomainType domain) {
                domains.put(domain.name(), domain);
            }
        }
        return new DomainNotNull(domains);
    }

    boolean refusesNull(TypeRef type) {
        UserType.DomainType domain = type.array() ? null : domains.get(type.element());
        return domain != null && (domain.notNull() || refusesNull(domain.base()));
    }
}
