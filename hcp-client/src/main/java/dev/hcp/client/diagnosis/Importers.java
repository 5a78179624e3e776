package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;
import static dev.hcp.client.diagnosis.Facts.text;

import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pods that fill data volumes of a control plane's namespace. */
final class Importers {
    private final Facts facts;

    Importers(Facts facts) {
        this.facts = facts;
    }

    /** The pod of a data volume: named after the volume or, where another claim is filled for it, after its claim. */
    Optional<JsonObject> of(JsonObject volume) {
        List<String> names = new ArrayList<>(List.of("importer-" + nameOf(volume)));
        facts.inControlPlane("v1", "persistentvolumeclaims").stream()
                .filter(claim -> nameOf(claim).equals(nameOf(volume)))
                .forEach(claim -> names.add("importer-prime-" + text(claim, "metadata", "uid")));
        return facts.pods().stream().filter(pod -> names.contains(nameOf(pod))).findFirst();
    }

    /** Data volumes that are not filled. */
    List<JsonObject> unfilled() {
        return facts.dataVolumes().stream()
                .filter(volume -> !"Succeeded".equals(volume.text("status", "phase")))
                .toList();
    }

    /** Whether the image of a pod's containers cannot be pulled. */
    static boolean isUnpulled(JsonObject pod) {
        return Facts.trouble(pod).filter(Importers::isPull).isPresent();
    }

    private static boolean isPull(String trouble) {
        return trouble.contains("ImagePull");
    }
}
