package dev.hcp.platforms.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a cluster on AWS says even while it is being deleted. */
class AwsStandingConditionsTest {
    private static final String IDENTITY = "ValidAWSIdentityProvider";

    private static JsonObject saying(String type, String status, String message) {
        JsonObject condition = JsonObject.of("message", message, "reason", "Told", "status", status, "type", type);
        return JsonObject.of(
                "metadata",
                JsonObject.of("name", "demo", "namespace", "clusters"),
                "status",
                JsonObject.of("conditions", type.isEmpty() ? JsonArray.EMPTY : JsonArray.of(condition)));
    }

    private static HostedCluster cluster(String type, String status, String message) {
        return Json.toType(saying(type, status, message), HostedCluster.class);
    }

    private static Optional<HostedControlPlane> controlPlane(JsonObject content) {
        return Optional.of(Json.toType(content, HostedControlPlane.class));
    }

    private static String shown(Optional<Condition> condition) {
        return condition
                .map(c -> c.getStatus() + " " + c.getReason() + " " + c.getMessage())
                .orElse("nothing new");
    }

    @Test
    void a_wrong_identity_provider_stays_wrong_when_it_can_be_seen_no_more() {
        assertThat(shown(AwsConditions.identityProvider(cluster("", "", ""), Optional.empty())))
                .isEqualTo("Unknown StatusUnknown ");
        assertThat(shown(AwsConditions.identityProvider(cluster(IDENTITY, "False", "x"), Optional.empty())))
                .isEqualTo("nothing new");
        assertThat(shown(AwsConditions.identityProvider(
                        cluster(IDENTITY, "False", "x"), controlPlane(saying(IDENTITY, "True", "All is well")))))
                .isEqualTo("True Told All is well");
    }
}
