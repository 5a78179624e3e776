package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault.ClusterOperatorDegraded;
import dev.hcp.simulator.faults.Fault.NameUnresolved;
import dev.hcp.simulator.faults.Fault.NotUpgradeable;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rolls the desired release out in hosted clusters and reports in ClusterVersion {@code version}, while the control plane
 * runs its deployment. Keys are control plane namespaces.
 */
final class ClusterVersionOperator implements Actor<String> {
    private static final String NAME = "cluster-version-operator";
    private static final List<String> COMPLAINTS = List.of("Degraded", "Upgradeable");
    private static final String RELEASE_ANNOTATION = "hypershift.openshift.io/release-image";

    private final Objects objects;
    private final GuestClusters guests;
    private final ReleaseCatalogue releases;
    private final Adversities adversities;
    private final Timings timings;
    private final Seed seed;
    /** Operators that complain because of what is broken, as {@code controlPlane/operator}. */
    private final Set<String> troubled = new HashSet<>();

    private final ResourceType controlPlanes;
    private final ResourceType deployments;

    ClusterVersionOperator(
            Objects objects,
            GuestClusters guests,
            ReleaseCatalogue releases,
            Adversities adversities,
            Timings timings,
            Seed seed) {
        this.adversities = adversities;
        this.objects = objects;
        this.guests = guests;
        this.releases = releases;
        this.timings = timings;
        this.seed = seed;
        this.controlPlanes = objects.resource("hypershift.openshift.io/v1beta1", "HostedControlPlane");
        this.deployments = objects.resource("apps/v1", "Deployment");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<String> context) {
        context.watch(
                "apps",
                "Deployment",
                change ->
                        NAME.equals(Meta.name(change.object())) ? List.of(Meta.namespace(change.object())) : List.of());
        context.watchHosted(
                "config.openshift.io",
                "ClusterVersion",
                (server, change) -> specChanged(change) ? List.of(server) : List.of());
        adversities.onChange(fault -> {
            if (fault instanceof NotUpgradeable refusal) {
                context.enqueue(refusal.namespace());
            } else if (fault instanceof ClusterOperatorDegraded || fault instanceof NameUnresolved) {
                objects.list(controlPlanes, "").forEach(found -> context.enqueue(Meta.namespace(found)));
            }
        });
        context.watch(
                "route.openshift.io",
                "Route",
                change -> RouteAdmission.isWildcard(change.object())
                        ? List.of(Meta.namespace(change.object()))
                        : List.of());
        context.watchHosted(
                "",
                "Service",
                (server, change) -> "LoadBalancer".equals(change.object().text("spec", "type"))
                                && "openshift-ingress".equals(Meta.namespace(change.object()))
                        ? List.of(server)
                        : List.of());
        context.watchHosted(
                "config.openshift.io",
                "FeatureGate",
                (server, change) -> specChanged(change) ? List.of(server) : List.of());
        context.watchHosted(
                "config.openshift.io",
                "ClusterOperator",
                (server, change) -> complains(change) ? List.of(server) : List.of());
        context.watchHosted("", "Node", (server, change) -> List.of(server));
    }

    /** Whether somebody else than this operator has changed what an operator says of itself. */
    private static boolean complains(Objects.Change change) {
        JsonObject before = change.before();
        JsonObject after = change.after();
        return before != null
                && after != null
                && COMPLAINTS.stream().anyMatch(type -> !status(before, type).equals(status(after, type)));
    }

    /** The status of a condition; one that is not there yet is as good as its usual status. */
    private static String status(JsonObject operator, String type) {
        String status =
                ConditionList.find(operator.array("status", "conditions"), type).text("status");
        return status != null ? status : type.equals("Upgradeable") ? "True" : "False";
    }

    private static boolean specChanged(Objects.Change change) {
        return change.after() != null
                && (change.before() == null || Meta.generation(change.before()) != Meta.generation(change.after()));
    }

    @Override
    public Turn act(String key, ActorContext<String> context) {
        Optional<GuestClusters.Guest> guest = guests.find(key);
        List<JsonObject> controlPlane = objects.list(controlPlanes, key);
        Optional<JsonObject> deployment = objects.get(deployments, key, NAME)
                .filter(found -> found.integer(0, "status", "availableReplicas") > 0);
        if (guest.isEmpty() || controlPlane.isEmpty() || deployment.isEmpty()) {
            return Turn.done();
        }
        String image = deployment.get().text("spec", "template", "metadata", "annotations", RELEASE_ANNOTATION);
        if (image == null) {
            image = String.valueOf(controlPlane.get(0).text("spec", "releaseImage"));
        }
        return roll(key, guest.get().objects(), releases.lookup(image), context.now());
    }

    private Turn roll(String key, Objects guest, ReleaseMetadata release, Instant now) {
        ResourceType versions = guest.resource("config.openshift.io/v1", "ClusterVersion");
        Optional<JsonObject> found = guest.get(versions, "", "version");
        if (found.isEmpty()) {
            return Turn.done();
        }
        JsonObject live = found.get();
        ClusterVersionReport report =
                new ClusterVersionReport(live, release, new RetrievedUpdates(live, release, releases, now), now);
        Turn turn = Turn.done();
        OperatorTroubles troubles = new OperatorTroubles(objects, adversities, key, guest);
        complain(key, guest, troubles, now);
        if (report.rolling()) {
            ClusterOperatorRollout rollout = new ClusterOperatorRollout(
                    guest,
                    timings,
                    seed,
                    key,
                    release.version(),
                    report.startedAt(),
                    now,
                    nodeSince(guest),
                    report.updating(),
                    troubles);
            rollout.advance();
            report.progress(rollout.total(), rollout.waiting());
            turn = rollout.next()
                    .map(due -> Turn.requeueAfter(Duration.between(now, due)))
                    .orElse(turn);
        }
        Optional<NotUpgradeable> refusal = adversities.find(
                NotUpgradeable.class, fault -> fault.namespace().equals(key));
        JsonObject status = report.status(new Upgradeability(guest, refusal));
        if (!status.equals(live.object("status"))) {
            guest.update(versions, "status", live.with("status", status), NAME);
        }
        return turn;
    }

    /** Operators that have rolled out say what is wrong, and when it is no longer so. */
    private void complain(String key, Objects guest, OperatorTroubles troubles, Instant now) {
        ResourceType operators = guest.resource("config.openshift.io/v1", "ClusterOperator");
        for (JsonObject operator : guest.list(operators, "")) {
            String id = key + "/" + Meta.name(operator);
            if (operator.array("status", "versions").isEmpty()) {
                continue;
            }
            Optional<OperatorTroubles.Trouble> trouble = troubles.of(Meta.name(operator));
            JsonArray conditions = operator.array("status", "conditions");
            if (trouble.isPresent()) {
                troubled.add(id);
                conditions = trouble.get().in(operator, now);
            } else if (troubled.remove(id)) {
                conditions = new ConditionList(conditions, now)
                        .set("Degraded", false, "AsExpected", null)
                        .set("Available", true, "AsExpected", null)
                        .build();
            }
            if (!conditions.equals(operator.array("status", "conditions"))) {
                JsonObject status = operator.object("status").with("conditions", conditions);
                guest.update(operators, "status", operator.with("status", status), NAME);
            }
        }
    }

    /** Since when there is a ready node. */
    private static Optional<Instant> nodeSince(Objects guest) {
        Optional<Instant> first = Optional.empty();
        for (JsonObject node : guest.list(guest.resource("v1", "Node"), "")) {
            JsonArray conditions = node.array("status", "conditions");
            if (ConditionList.isTrue(conditions, "Ready")) {
                String text = ConditionList.find(conditions, "Ready").text("lastTransitionTime");
                Instant since = text == null ? Instant.EPOCH : Instant.parse(text);
                if (first.isEmpty() || since.isBefore(first.get())) {
                    first = Optional.of(since);
                }
            }
        }
        return first;
    }
}
