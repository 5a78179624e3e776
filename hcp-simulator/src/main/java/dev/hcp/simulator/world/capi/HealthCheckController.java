package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.MachineAnnotations;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the unhealthy machines of a MachineHealthCheck and marks them for replacement, within its budget. */
final class HealthCheckController implements Actor<ObjectKey> {
    private static final String SOURCE = "machinehealthcheck-controller";
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final CapiObjects capi;
    private final GuestClusters guests;
    private final Pace pace = new Pace();

    HealthCheckController(CapiObjects capi, GuestClusters guests) {
        this.capi = capi;
        this.guests = guests;
    }

    @Override
    public String name() {
        return SOURCE;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(CapiObjects.GROUP, "MachineHealthCheck", change -> List.of(ObjectKey.of(change.object())));
        context.watch(CapiObjects.GROUP, "Machine", change -> ofMachine(change.object()));
        context.watchHosted("", "Node", (server, change) -> all(server));
        capi.watchManager(context, capi.healthChecks);
    }

    private List<ObjectKey> ofMachine(JsonObject machine) {
        List<ObjectKey> keys = new ArrayList<>();
        for (JsonObject check : capi.objects.list(capi.healthChecks, Meta.namespace(machine))) {
            if (Meta.labelled(machine, check.object("spec", "selector", "matchLabels"))) {
                keys.add(ObjectKey.of(check));
            }
        }
        return keys;
    }

    private List<ObjectKey> all(String namespace) {
        return capi.objects.list(capi.healthChecks, namespace).stream()
                .map(ObjectKey::of)
                .toList();
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = capi.get(capi.healthChecks, key).filter(check -> !Meta.deleting(check));
        if (found.isEmpty() || !capi.runs(key.namespace()) || capi.paused(found.get())) {
            return Turn.done();
        }
        Optional<Duration> rest = pace.rest(key, context.now());
        if (rest.isPresent()) {
            return Turn.requeueAfter(rest.get());
        }
        JsonObject check = found.get();
        JsonObject cluster = capi.cluster(check).orElse(JsonObject.EMPTY);
        if (CapiConditions.isTrue(cluster, "ControlPlaneInitialized")
                && guests.find(key.namespace()).isEmpty()) {
            // Nodes that nobody can see are no reason to replace machines.
            return Turn.failed("failed to get the client of the hosted cluster: its API server does not answer");
        }
        HealthTarget.Rules rules = new HealthTarget.Rules(check, cluster, context.now());
        List<HealthTarget> targets = new ArrayList<>();
        for (JsonObject machine : capi.objects.list(capi.machines, key.namespace())) {
            if (Meta.labelled(machine, check.object("spec", "selector", "matchLabels")) && !exempt(machine)) {
                targets.add(HealthTarget.of(machine, node(machine), rules));
            }
        }
        pace.begin(key, targets.size(), context.now());
        int healthy = (int) targets.stream().filter(HealthTarget::healthy).count();
        List<HealthTarget> unhealthy =
                targets.stream().filter(target -> target.reason().isPresent()).toList();
        RemediationBudget budget = RemediationBudget.of(
                targets.size(),
                healthy,
                unhealthy.size(),
                check.at("spec", "maxUnhealthy"),
                check.text("spec", "unhealthyRange"));
        remediate(check, targets, budget, context);
        report(check, targets, healthy, budget, context);
        if (!budget.allowed()) {
            capi.event(capi.healthChecks, check, true, "RemediationRestricted", budget.message(), SOURCE);
            return Turn.resyncAfter(RETRY);
        }
        Duration next = null;
        for (HealthTarget target : targets) {
            Duration wait = target.nextCheck().orElse(null);
            next = shorter(next, wait);
        }
        return next == null ? Turn.done() : Turn.requeueAfter(next);
    }

    private static boolean exempt(JsonObject machine) {
        JsonObject annotations = machine.object("metadata", "annotations");
        return annotations.containsKey(Annotations.CAPI_PAUSED)
                || annotations.containsKey(MachineAnnotations.SKIP_REMEDIATION);
    }

    private static @Nullable Duration shorter(@Nullable Duration a, @Nullable Duration b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) < 0 ? a : b;
    }

    private Optional<JsonObject> node(JsonObject machine) {
        return machine.at("status", "nodeRef") == null
                ? Optional.empty()
                : guests.find(Meta.namespace(machine))
                        .flatMap(guest -> MachineController.node(guest.objects(), machine));
    }

    private void remediate(
            JsonObject check, List<HealthTarget> targets, RemediationBudget budget, ActorContext<ObjectKey> context) {
        for (HealthTarget target : targets) {
            JsonObject machine = target.machine();
            if (Meta.deleting(machine)) {
                continue;
            }
            if (target.nextCheck().isPresent() && machine.at("status", "nodeRef") != null) {
                capi.event(
                        capi.machines,
                        machine,
                        false,
                        "DetectedUnhealthy",
                        "Machine " + describe(check, machine) + " has unhealthy node "
                                + machine.text("status", "nodeRef", "name"),
                        SOURCE);
            }
            CapiConditions conditions = CapiConditions.of(machine, context.now());
            if (target.reason().isEmpty()) {
                if (target.healthy()) {
                    conditions.markTrue(MachineController.HEALTH_CHECK);
                }
            } else {
                conditions.markFalse(
                        MachineController.HEALTH_CHECK, target.reason().get(), "Warning", target.message());
                if (budget.allowed()
                        && Meta.controller(machine).isPresent()
                        && conditions.get(MachineController.OWNER_REMEDIATED).isEmpty()) {
                    conditions.markFalse(MachineController.OWNER_REMEDIATED, "WaitingForRemediation", "Warning", "");
                    capi.event(
                            capi.machines,
                            machine,
                            false,
                            "MachineMarkedUnhealthy",
                            "Machine " + describe(check, machine) + " has been marked as unhealthy",
                            SOURCE);
                }
            }
            capi.writeStatus(capi.machines, machine, machine.object("status").with("conditions", conditions.build()));
        }
    }

    private static String describe(JsonObject check, JsonObject machine) {
        String node = machine.text("status", "nodeRef", "name");
        return Meta.namespace(check) + "/" + Meta.name(check) + "/" + Meta.name(machine) + "/"
                + (node == null ? "" : node);
    }

    private void report(
            JsonObject check,
            List<HealthTarget> targets,
            int healthy,
            RemediationBudget budget,
            ActorContext<ObjectKey> context) {
        CapiConditions conditions = CapiConditions.of(check, context.now());
        if (budget.allowed()) {
            conditions.markTrue("RemediationAllowed");
        } else {
            conditions.markFalse("RemediationAllowed", "TooManyUnhealthy", "Warning", budget.message());
        }
        List<String> names = new ArrayList<>();
        targets.forEach(target -> names.add(Meta.name(target.machine())));
        names.sort(null);
        JsonObject status = check.object("status").toBuilder()
                .put("conditions", conditions.build())
                .put("currentHealthy", healthy)
                .put("expectedMachines", targets.size())
                .put("observedGeneration", Meta.generation(check))
                .put("remediationsAllowed", budget.remaining())
                .put("targets", JsonArray.copyOf(names))
                .build();
        capi.writeStatus(capi.healthChecks, check, status);
    }
}
