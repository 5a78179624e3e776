package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.world.Adversities;
import dev.hcp.simulator.world.FieldIndex;
import dev.hcp.simulator.world.Meta;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A machine's request to the ignition server of its hosted cluster, with the token from its user data. */
final class IgnitionFetch {
    private static final String SERVER = "ignition-server";
    private static final String BEARER = "Bearer ";

    private final VirtObjects virt;
    private final FieldIndex index;
    private final Adversities adversities;

    IgnitionFetch(VirtObjects virt, FieldIndex index, Adversities adversities) {
        this.index = index;
        this.adversities = adversities;
        this.virt = virt;
    }

    /** Whether the machine gets its configuration: the server runs, and the token is good and has its payload. */
    boolean fetch(String controlPlaneNamespace, JsonObject instance, Instant now) {
        Optional<JsonObject> secret = tokenSecret(controlPlaneNamespace, instance)
                .filter(token -> !expired(token, now))
                .filter(token -> "AsExpected".equals(decoded(token, "reason")));
        boolean unreachable = adversities
                .find(
                        Fault.IgnitionUnreachable.class,
                        fault ->
                                fault.namespace().isEmpty() || fault.namespace().equals(controlPlaneNamespace))
                .isPresent();
        if (secret.isEmpty() || unreachable || !virt.runs(controlPlaneNamespace, SERVER)) {
            return false;
        }
        if (secret.get().at("metadata", "annotations", Annotations.IGNITION_REACHED) == null) {
            ObjectKey key = ObjectKey.of(secret.get());
            virt.objects.mergePatch(
                    virt.secrets,
                    key.namespace(),
                    key.name(),
                    null,
                    JsonObject.EMPTY.withAt("True", "metadata", "annotations", Annotations.IGNITION_REACHED),
                    SERVER);
        }
        return true;
    }

    /** The OpenShift version of what the machine was configured with; 0.0.0 when its token is gone. */
    String release(String controlPlaneNamespace, JsonObject instance) {
        Optional<JsonObject> machine = virt.objects.get(
                virt.objects.resource("cluster.x-k8s.io/v1beta1", "Machine"),
                controlPlaneNamespace,
                Meta.name(instance));
        String version = machine.map(m -> m.text("spec", "version")).orElse(null);
        return version == null ? "0.0.0" : version;
    }

    private static boolean expired(JsonObject token, Instant now) {
        String end = token.text("metadata", "annotations", Annotations.IGNITION_TOKEN_EXPIRATION_TIMESTAMP);
        return end != null && !now.isBefore(Instant.parse(end));
    }

    private Optional<JsonObject> tokenSecret(String namespace, JsonObject instance) {
        Optional<String> token = token(instance);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        // A namespace has a Secret for the user data of each machine, but few tokens.
        return index
                .find(virt.secrets, namespace, "true", "metadata", "annotations", Annotations.IGNITION_CONFIG)
                .stream()
                .filter(secret -> token.get().equals(decoded(secret, "token"))
                        // The one before is good for as long again.
                        || token.get().equals(decoded(secret, "old_token")))
                .findFirst();
    }

    /** The token in the user data that the machine was given. */
    private Optional<String> token(JsonObject instance) {
        for (Object item : instance.array("spec", "volumes")) {
            String name =
                    item instanceof JsonObject volume ? volume.text("cloudInitConfigDrive", "secretRef", "name") : null;
            if (name != null) {
                return virt.objects
                        .get(virt.secrets, Meta.namespace(instance), name)
                        .map(secret -> decoded(secret, "userdata"))
                        .flatMap(IgnitionFetch::bearer);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> bearer(String userData) {
        try {
            JsonArray merge = Json.parseObject(userData).array("ignition", "config", "merge");
            JsonArray headers =
                    merge.isEmpty() ? JsonArray.EMPTY : merge.object(0).array("httpHeaders");
            for (Object item : headers) {
                if (item instanceof JsonObject header && "Authorization".equals(header.text("name"))) {
                    String value = String.valueOf(header.text("value"));
                    return Optional.of(new String(
                            Base64.getDecoder().decode(value.substring(BEARER.length())), StandardCharsets.UTF_8));
                }
            }
        } catch (HcpException | IllegalArgumentException | IndexOutOfBoundsException notIgnition) {
            // A machine with such user data does not get far.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String decoded(JsonObject secret, String key) {
        String value = secret.text("data", key);
        return value == null ? "" : new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }
}
