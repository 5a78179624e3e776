package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;
import static dev.hcp.client.diagnosis.Facts.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.client.status.StatusCondition;
import java.util.ArrayList;
import java.util.List;

/** The image that nodes boot from cannot be pulled, as where it was not mirrored to a registry without connection. */
final class BootImage implements Check {
    @Override
    public List<Finding> look(Facts facts) {
        List<String> evidence = new ArrayList<>();
        List<String> images = new ArrayList<>();
        Importers importers = new Importers(facts);
        for (JsonObject volume : importers.unfilled()) {
            String image = text(volume, "spec", "source", "registry", "url");
            List<String> own = new ArrayList<>();
            StatusCondition.find(StatusCondition.of(volume), "Running")
                    .filter(running -> running.toString().contains("ImagePull"))
                    .ifPresent(running -> own.add("data volume " + nameOf(volume) + ": " + running));
            importers.of(volume).filter(Importers::isUnpulled).ifPresent(pod -> {
                Facts.trouble(pod).ifPresent(own::add);
                facts.warnings("Pod", nameOf(pod)).stream()
                        .filter(line -> line.contains("Failed to pull image"))
                        .forEach(own::add);
            });
            if (!image.isEmpty() && !own.isEmpty()) {
                images.add(image.replaceFirst("^docker://", ""));
                evidence.addAll(own);
            }
        }
        if (images.isEmpty()) {
            return List.of();
        }
        String image = images.get(0);
        evidence.add("image " + image);
        List<JsonObject> mirrors = Facts.objects(facts.cluster.array("spec", "imageContentSources"));
        mirrors.forEach(
                mirror -> evidence.add("mirrors of " + text(mirror, "source") + ": " + mirror.array("mirrors")));
        String registry = mirrors.stream()
                .flatMap(mirror -> mirror.array("mirrors").stream())
                .findFirst()
                .map(String::valueOf)
                .orElse("<internal_registry>");
        return List.of(new Finding(
                Symptom.BOOT_IMAGE,
                "the boot image is not in the registry that nodes take it from; mirror it by hand",
                evidence,
                "oc image mirror " + image + " " + registry));
    }
}
