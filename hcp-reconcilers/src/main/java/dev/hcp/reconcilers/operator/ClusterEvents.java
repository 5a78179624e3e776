package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.EventAllowance;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes Events: one object per subject, reason and message, which counts repetitions, and not too many. Thread-safe.
 *
 * <p>Events are for people to read. One that cannot be written is logged and fails nothing.
 */
final class ClusterEvents {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterEvents.class);

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final InstantSource clock;
    private final EventAllowance allowance = new EventAllowance();

    ClusterEvents(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    void record(JsonObject about, boolean warning, String reason, String message, String source) {
        ObjectKey key = ObjectKey.of(about);
        String uid = String.valueOf(about.text("metadata", "uid"));
        if (!allowance.take(source, uid, clock.instant())) {
            return;
        }
        String namespace = key.namespace().isEmpty() ? "default" : key.namespace();
        UUID hash = UUID.nameUUIDFromBytes((uid + '\0' + reason + '\0' + message).getBytes(StandardCharsets.UTF_8));
        String name = key.name() + "." + hash.toString().substring(0, 18).replace("-", "");
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        try {
            Event earlier =
                    client.v1().events().inNamespace(namespace).withName(name).get();
            if (earlier == null) {
                create(about, namespace, name, warning, reason, message, source, now);
            } else {
                int count = earlier.getCount() == null ? 1 : earlier.getCount();
                client.v1()
                        .events()
                        .inNamespace(namespace)
                        .withName(name)
                        .patch(MERGE, "{\"count\":" + (count + 1) + ",\"lastTimestamp\":\"" + now + "\"}");
            }
        } catch (KubernetesClientException e) {
            // Another writer of the same event, or a namespace that is going.
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT || e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                LOG.debug("event {} about {} was not recorded", reason, key, e);
            } else {
                LOG.warn("event {} about {} was not recorded: {}", reason, key, e.getMessage());
            }
        }
    }

    private void create(
            JsonObject about,
            String namespace,
            String name,
            boolean warning,
            String reason,
            String message,
            String source,
            String now) {
        ObjectKey key = ObjectKey.of(about);
        Event event = new EventBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(about.text("apiVersion"))
                .withKind(about.text("kind"))
                .withNamespace(emptyAsAbsent(key.namespace()))
                .withName(key.name())
                .withUid(about.text("metadata", "uid"))
                .withResourceVersion(about.text("metadata", "resourceVersion"))
                .endInvolvedObject()
                .withType(warning ? "Warning" : "Normal")
                .withReason(reason)
                .withMessage(message)
                .withNewSource()
                .withComponent(source)
                .endSource()
                .withReportingComponent(source)
                .withReportingInstance("")
                .withCount(1)
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .build();
        client.v1().events().inNamespace(namespace).resource(event).create();
    }

    private static @Nullable String emptyAsAbsent(String text) {
        return text.isEmpty() ? null : text;
    }
}
