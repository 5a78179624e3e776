package dev.hcp.client;

import dev.hcp.api.hypershift.ClusterVersionStatus;
import dev.hcp.api.hypershift.ConditionalUpdate;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.UpdateHistory;
import dev.hcp.api.hypershift.UpdateRelease;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.value.ReleaseVersion;
import dev.hcp.client.status.StatusCondition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an update would do and what speaks against it, as a function of what there is. */
final class UpgradeRules {
    /** Kubelets may be three minor versions older than the API server; a minor version of OpenShift is one of Kubernetes. */
    private static final int KUBELET_SKEW = 3;

    private static final Pattern TAG =
            Pattern.compile(".*:(4\\.\\d+\\.\\d+.*?)(-(x86_64|aarch64|ppc64le|s390x|multi))?");

    private final Request request;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, String> versionsOfImages;

    private UpgradeRules(Request request) {
        this.request = request;
        this.versionsOfImages = versionsOfImages(request.cluster());
    }

    /**
     * What is asked for, and what there is.
     *
     * @param release image or version
     * @param chosen node pools to update
     * @param names names that were asked for; none for all
     * @param pools all node pools of the cluster
     * @param supported what the operator supports; nothing where that cannot be found out
     */
    record Request(
            String release,
            boolean controlPlane,
            List<NodePool> chosen,
            Set<String> names,
            boolean forced,
            HostedCluster cluster,
            List<NodePool> pools,
            Optional<SupportedVersions> supported) {}

    static UpgradePlan plan(Request request) {
        return new UpgradeRules(request).plan();
    }

    /** Whether the newest entry of the history is this release, rolled out. */
    static boolean hasCompleted(HostedCluster cluster, String image, String version) {
        return status(cluster).map(ClusterVersionStatus::getHistory).orElse(List.of()).stream()
                .findFirst()
                .filter(entry -> image.equals(entry.getImage()) || version.equals(entry.getVersion()))
                .filter(entry -> entry.getCompletionTime() != null)
                .isPresent();
    }

    private UpgradePlan plan() {
        Optional<String> image = image();
        Optional<ReleaseVersion> target = image.flatMap(this::version);
        if (image.isEmpty()) {
            problems.add("version " + request.release() + " is not among the available and conditional updates ("
                    + known() + "); choose a channel that has it, or give its image");
        } else if (target.isEmpty()) {
            problems.add("nothing tells the version of " + request.release()
                    + "; give an image with the version in its tag, or one of the available updates");
        }
        String targetImage = image.orElse(request.release());
        Optional<UpgradePlan.Step> first = Optional.empty();
        if (request.controlPlane() && !targetImage.equals(image(request.cluster()))) {
            first = Optional.of(controlPlane(target));
            target.ifPresent(this::checkControlPlane);
        }
        List<UpgradePlan.Step> pools = new ArrayList<>();
        for (String name : request.names()) {
            if (request.chosen().stream()
                    .noneMatch(pool -> pool.getMetadata().getName().equals(name))) {
                problems.add("there is no node pool " + name + " of this cluster");
            }
        }
        request.chosen().stream()
                .sorted(Comparator.comparing(pool -> pool.getMetadata().getName()))
                .filter(pool -> !targetImage.equals(image(pool)))
                .forEach(pool -> {
                    pools.add(nodePool(pool, target));
                    target.ifPresent(version -> checkNodePool(pool, version));
                });
        return new UpgradePlan(
                targetImage, target.map(ReleaseVersion::text).orElse(""), first, pools, problems, warnings);
    }

    // The target

    private Optional<String> image() {
        if (request.release().contains("/") || request.release().contains(":")) {
            return Optional.of(request.release());
        }
        return versionsOfImages.entrySet().stream()
                .filter(entry -> entry.getValue().equals(request.release()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<ReleaseVersion> version(String image) {
        String known = versionsOfImages.get(image);
        Matcher tag = TAG.matcher(image);
        String text = known != null ? known : tag.matches() ? tag.group(1) : "";
        return Optional.of(ReleaseVersion.of(text)).filter(ReleaseVersion::isValid);
    }

    private String known() {
        String all = versionsOfImages.values().stream().distinct().collect(Collectors.joining(", "));
        return all.isEmpty() ? "there are none" : all;
    }

    private static Map<String, String> versionsOfImages(HostedCluster cluster) {
        Map<String, String> versions = new LinkedHashMap<>();
        status(cluster).ifPresent(status -> {
            status.getAvailableUpdates().forEach(update -> put(versions, update));
            status.getConditionalUpdates().forEach(update -> put(versions, update.getRelease()));
            put(versions, status.getDesired());
            for (UpdateHistory entry : status.getHistory()) {
                if (entry.getImage() != null && entry.getVersion() != null) {
                    versions.putIfAbsent(entry.getImage(), entry.getVersion());
                }
            }
        });
        return versions;
    }

    private static void put(Map<String, String> versions, @Nullable UpdateRelease release) {
        if (release != null && release.getImage() != null && release.getVersion() != null) {
            versions.putIfAbsent(release.getImage(), release.getVersion());
        }
    }

    // The control plane

    private UpgradePlan.Step controlPlane(Optional<ReleaseVersion> target) {
        String name = request.cluster().getMetadata().getName();
        String from = controlPlaneVersion().map(ReleaseVersion::text).orElse("");
        String to = target.map(ReleaseVersion::text).orElse("the new release");
        return new UpgradePlan.Step(
                name,
                from,
                "hosted cluster " + name + ": " + (from.isEmpty() ? "" : "from " + from + " ") + "to " + to
                        + ": the control plane's components roll, kube-apiserver before those that depend on it, then the"
                        + " operators of the cluster; nodes are not touched");
    }

    private void checkControlPlane(ReleaseVersion target) {
        List<StatusCondition> conditions = StatusCondition.of(request.cluster());
        request.supported()
                .filter(supported -> !supported.allows(target) && !skipsValidation())
                .ifPresent(supported -> problems.add("the HyperShift operator supports "
                        + String.join(", ", supported.versions()) + ", not " + target.minorLine()
                        + "; update the multicluster engine first"));
        if (request.supported().isEmpty()) {
            warnings.add("what the HyperShift operator supports cannot be found out, so " + target.minorLine()
                    + " may be none of it");
        }
        StatusCondition.find(conditions, ConditionTypes.RECONCILIATION_ACTIVE)
                .filter(active -> active.status().equals("False"))
                .ifPresent(paused -> problems.add(
                        "the cluster is paused, so nothing would happen (" + paused.message() + "); resume it first"));
        controlPlaneVersion().ifPresent(current -> checkStep(current, target, conditions));
        for (NodePool pool : request.pools()) {
            boolean follows = request.chosen().contains(pool);
            poolVersion(pool)
                    .filter(version -> target.minor() - version.minor() > KUBELET_SKEW)
                    .ifPresent(version -> problems.add("node pool "
                            + pool.getMetadata().getName() + " runs " + version + ", more than " + KUBELET_SKEW
                            + " minor versions behind " + target + (follows ? ", until its turn comes" : "")
                            + "; update it first"));
        }
        checkRecommendation(target);
    }

    private void checkStep(ReleaseVersion current, ReleaseVersion target, List<StatusCondition> conditions) {
        if (target.minor() < current.minor()) {
            problems.add("the control plane runs " + current + "; going back to the minor version of " + target
                    + " is not supported");
        } else if (target.compareTo(current) < 0) {
            warnings.add("this goes back from " + current + " to " + target);
        } else if (target.minor() > current.minor() + 1) {
            problems.add("the control plane runs " + current + "; minor versions cannot be left out: update to 4."
                    + (current.minor() + 1) + " first");
        }
        if (target.minor() > current.minor()) {
            StatusCondition.find(conditions, ConditionTypes.CLUSTER_VERSION_UPGRADEABLE)
                    .filter(upgradeable -> !upgradeable.status().equals("True"))
                    .ifPresent(not -> (request.forced() ? warnings : problems)
                            .add("the cluster says that it is not upgradeable to another minor version: "
                                    + not.assessment() + (request.forced() ? "" : "; mend that, or force the update")));
            if ("OpenShiftSDN".equals(tree().text("spec", "networking", "networkType"))) {
                problems.add("OpenShiftSDN does not go to another minor version; move to OVNKubernetes first");
            }
        }
    }

    private void checkRecommendation(ReleaseVersion target) {
        List<UpdateRelease> recommended = status(request.cluster())
                .map(ClusterVersionStatus::getAvailableUpdates)
                .orElse(List.of());
        for (ConditionalUpdate update : status(request.cluster())
                .map(ClusterVersionStatus::getConditionalUpdates)
                .orElse(List.of())) {
            UpdateRelease release = update.getRelease();
            if (release != null && target.text().equals(release.getVersion())) {
                update.getRisks()
                        .forEach(risk -> warnings.add("known risk " + risk.getName() + ": " + risk.getMessage() + " ("
                                + risk.getUrl() + ")"));
                return;
            }
        }
        if (!recommended.isEmpty()
                && recommended.stream().noneMatch(update -> target.text().equals(update.getVersion()))) {
            warnings.add(target + " is not among the recommended updates of the channel");
        }
    }

    private boolean skipsValidation() {
        Map<String, String> annotations = request.cluster().getMetadata().getAnnotations();
        return annotations != null && annotations.containsKey(Annotations.SKIP_RELEASE_IMAGE_VALIDATION);
    }

    // Node pools

    private UpgradePlan.Step nodePool(NodePool pool, Optional<ReleaseVersion> target) {
        JsonObject spec = Json.toTree(pool).object("spec");
        String name = pool.getMetadata().getName();
        String from = poolVersion(pool).map(ReleaseVersion::text).orElse("");
        String to = target.map(ReleaseVersion::text).orElse("the new release");
        return new UpgradePlan.Step(
                name,
                from,
                "node pool " + name + ": " + (from.isEmpty() ? "" : "from " + from + " ") + "to " + to + ": "
                        + nodes(spec) + how(spec) + drain(spec));
    }

    private static String nodes(JsonObject spec) {
        return spec.at("autoScaling") != null
                ? spec.integer(0, "autoScaling", "min") + " to " + spec.integer(0, "autoScaling", "max") + " nodes are "
                : spec.integer(0, "replicas") == 1 ? "1 node is " : spec.integer(0, "replicas") + " nodes are ";
    }

    private static String how(JsonObject spec) {
        if ("InPlace".equals(spec.text("management", "upgradeType"))) {
            return "updated in place, " + text(spec, "1", "management", "inPlace", "maxUnavailable") + " at a time";
        }
        if ("OnDelete".equals(spec.text("management", "replace", "strategy"))) {
            return "replaced when somebody deletes their machines";
        }
        return "replaced, with at most "
                + text(spec, "1", "management", "replace", "rollingUpdate", "maxSurge") + " more and "
                + text(spec, "0", "management", "replace", "rollingUpdate", "maxUnavailable") + " fewer at a time";
    }

    private static String drain(JsonObject spec) {
        String timeout = spec.text("nodeDrainTimeout");
        return timeout == null || timeout.equals("0s")
                ? "; each is drained first, however long it takes"
                : "; each is drained for at most " + timeout + " first";
    }

    private static String text(JsonObject spec, String fallback, String... path) {
        Object value = spec.at(path);
        return value == null ? fallback : value.toString();
    }

    private void checkNodePool(NodePool pool, ReleaseVersion target) {
        String name = "node pool " + pool.getMetadata().getName();
        Optional<ReleaseVersion> limit = request.controlPlane() ? Optional.of(target) : controlPlaneVersion();
        if (limit.isEmpty()) {
            problems.add(name + " cannot be updated before the control plane has completed its first version");
        } else if (target.compareTo(limit.get()) > 0) {
            problems.add(name + " must not be newer than the control plane, which runs " + limit.get()
                    + "; update that first");
        }
        poolVersion(pool).ifPresent(current -> {
            if (target.minor() < current.minor()) {
                problems.add(name + " runs " + current + "; going back to the minor version of " + target
                        + " is not supported");
            }
        });
        StatusCondition.find(StatusCondition.of(pool), ConditionTypes.RECONCILIATION_ACTIVE)
                .filter(active -> active.status().equals("False"))
                .ifPresent(paused -> problems.add(
                        name + " is paused, so nothing would happen (" + paused.message() + "); resume it first"));
    }

    // What there is

    private JsonObject tree() {
        return Json.toTree(request.cluster());
    }

    private Optional<ReleaseVersion> controlPlaneVersion() {
        return status(request.cluster()).map(ClusterVersionStatus::getHistory).orElse(List.of()).stream()
                .filter(entry -> entry.getCompletionTime() != null && entry.getVersion() != null)
                .findFirst()
                .map(entry -> ReleaseVersion.of(String.valueOf(entry.getVersion())))
                .filter(ReleaseVersion::isValid);
    }

    private static Optional<ReleaseVersion> poolVersion(NodePool pool) {
        return pool.getStatus() == null || pool.getStatus().getVersion() == null
                ? Optional.empty()
                : Optional.of(ReleaseVersion.of(pool.getStatus().getVersion())).filter(ReleaseVersion::isValid);
    }

    private static Optional<ClusterVersionStatus> status(HostedCluster cluster) {
        return cluster.getStatus() == null
                ? Optional.empty()
                : Optional.ofNullable(cluster.getStatus().getVersion());
    }

    private static String image(HostedCluster cluster) {
        HostedClusterSpec spec = cluster.getSpec();
        return spec == null || spec.getRelease() == null
                ? ""
                : String.valueOf(spec.getRelease().getImage());
    }

    private static String image(NodePool pool) {
        NodePoolSpec spec = pool.getSpec();
        return spec == null || spec.getRelease() == null
                ? ""
                : String.valueOf(spec.getRelease().getImage());
    }
}
