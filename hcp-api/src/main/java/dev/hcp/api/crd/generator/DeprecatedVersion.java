package dev.hcp.api.crd.generator;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.MergePatch;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.schema.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The version {@code v1alpha1} of HyperShift's kinds, which 4.17 still serves: the current version with what it says otherwise. */
final class DeprecatedVersion {
    private static final JsonObject DIFFERENCES = read();

    private DeprecatedVersion() {}

    /** The deprecated version of a kind beside its current one; empty where an edition has none. */
    static Optional<JsonObject> of(String kind, JsonObject current, Edition edition) {
        return edition == Edition.V4_17 && DIFFERENCES.containsKey(kind)
                ? Optional.of(MergePatch.apply(current, DIFFERENCES.object(kind)))
                : Optional.empty();
    }

    private static JsonObject read() {
        try (InputStream in = DeprecatedVersion.class.getResourceAsStream("v1alpha1.yaml")) {
            byte[] text = Objects.requireNonNull(in, "v1alpha1.yaml").readAllBytes();
            List<String> twice = new ArrayList<>();
            Object differences = Yaml.parse(new String(text, StandardCharsets.UTF_8), twice);
            if (!(differences instanceof JsonObject kinds) || !twice.isEmpty()) {
                throw new HcpException("v1alpha1.yaml is no object by kind, or says something twice: " + twice);
            }
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException("v1alpha1.yaml cannot be read", e);
        }
    }
}
