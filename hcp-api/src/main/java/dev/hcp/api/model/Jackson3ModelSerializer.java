package dev.hcp.api.model;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** As {@link ModelSerializer}, for Jackson 3. */
final class Jackson3ModelSerializer extends ValueSerializer<Model> {
    /** For Jackson. */
    Jackson3ModelSerializer() {}

    @Override
    public void serialize(Model model, JsonGenerator generator, SerializationContext context) {
        generator.writePOJO(ModelShape.treeOf(model));
    }
}
