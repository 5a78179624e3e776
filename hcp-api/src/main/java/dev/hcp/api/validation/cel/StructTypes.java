package dev.hcp.api.validation.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import java.util.Collection;
import java.util.Optional;

/** The types of a schema's objects, by name. */
final class StructTypes implements CelTypeProvider {
    private final ImmutableMap<String, CelType> types;

    StructTypes(Collection<CelType> structs) {
        ImmutableMap.Builder<String, CelType> builder = ImmutableMap.builder();
        structs.forEach(struct -> builder.put(struct.name(), struct));
        types = builder.buildOrThrow();
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return types.values();
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
