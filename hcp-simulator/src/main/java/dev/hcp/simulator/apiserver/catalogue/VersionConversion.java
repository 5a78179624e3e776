package dev.hcp.simulator.apiserver.catalogue;

import dev.hcp.api.conversion.V1Alpha1Conversion;
import dev.hcp.api.json.JsonObject;

/** How an object of one version becomes one of another. */
@FunctionalInterface
public interface VersionConversion {
    /** The strategy {@code None}: only the apiVersion changes. */
    VersionConversion NONE = (object, apiVersion) -> object.with("apiVersion", apiVersion);

    /** The object in another version. */
    JsonObject convert(JsonObject object, String apiVersion);

    /**
     * The conversion of a definition. Webhooks are not called: HyperShift's own is known here, and for others the strategy
     * {@code None} stands in.
     */
    static VersionConversion of(JsonObject definition) {
        boolean known = "Webhook".equals(definition.text("spec", "conversion", "strategy"))
                && "hypershift.openshift.io".equals(definition.text("spec", "group"))
                && V1Alpha1Conversion.KINDS.contains(String.valueOf(definition.text("spec", "names", "kind")));
        if (!known) {
            return NONE;
        }
        return (object, apiVersion) -> apiVersion.equals(V1Alpha1Conversion.V1ALPHA1)
                ? V1Alpha1Conversion.toV1Alpha1(object)
                : V1Alpha1Conversion.toV1Beta1(object);
    }
}
