package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.Meta;
import java.util.List;
import java.util.Optional;

/**
 * Cluster API's provider for agents, as far as machines wait for one: it says so while no agent can be taken. It takes none:
 * the life of hosts is not simulated.
 */
final class AgentMachineController implements Actor<ObjectKey> {
    private static final String PROVIDER = "capi-provider";
    private static final String GROUP = "capi-provider.agent-install.openshift.io";
    private static final String RESERVED = "AgentReserved";
    private static final List<String> LATER =
            List.of("AgentSpecSynced", "AgentValidated", "AgentRequirementsMet", "Installed");

    private final Objects objects;
    private final ResourceType machines;
    private final ResourceType agents;
    private final ResourceType deployments;

    AgentMachineController(Objects objects) {
        this.objects = objects;
        this.machines = objects.resource(GROUP + "/v1beta1", "AgentMachine");
        this.agents = objects.resource("agent-install.openshift.io/v1beta1", "Agent");
        this.deployments = objects.resource("apps/v1", "Deployment");
    }

    @Override
    public String name() {
        return "agentmachine-controller";
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(GROUP, "AgentMachine", change -> List.of(ObjectKey.of(change.object())));
        context.watch("apps", "Deployment", change -> {
            boolean up = change.after() != null && change.after().integer(0, "status", "availableReplicas") > 0;
            return up && PROVIDER.equals(Meta.name(change.object()))
                    ? objects.list(machines, Meta.namespace(change.object())).stream()
                            .map(ObjectKey::of)
                            .toList()
                    : List.of();
        });
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found =
                objects.get(machines, key.namespace(), key.name()).filter(machine -> !Meta.deleting(machine));
        boolean owned =
                found.isPresent() && !CapiObjects.owners(found.get(), "Machine").isEmpty();
        if (!owned
                || !runs(key.namespace())
                || objects.list(agents, "").stream().anyMatch(AgentMachineController::isFree)) {
            return Turn.done();
        }
        JsonObject machine = found.get();
        CapiConditions conditions =
                CapiConditions.of(machine, context.now()).markFalse(RESERVED, "NoSuitableAgents", "Warning", "");
        LATER.forEach(type -> conditions.markFalse(type, "AgentNotYetFound", "Info", "Agent not yet reserved"));
        conditions.summarize(
                List.of(RESERVED, LATER.get(0), LATER.get(1), LATER.get(2), LATER.get(3)),
                RESERVED,
                LATER.get(0),
                LATER.get(1),
                LATER.get(2),
                LATER.get(3));
        JsonObject status =
                machine.object("status").with("conditions", conditions.build()).with("ready", false);
        if (!status.equals(machine.object("status"))) {
            objects.update(machines, "status", machine.with("status", status), PROVIDER);
        }
        return Turn.done();
    }

    private boolean runs(String namespace) {
        return objects.get(deployments, namespace, PROVIDER)
                .filter(found -> found.integer(0, "status", "availableReplicas") > 0)
                .isPresent();
    }

    /** Whether the provider could take an agent, if its labels fit. */
    private static boolean isFree(JsonObject agent) {
        return agent.isTrue("spec", "approved")
                && "False".equals(CapiConditions.find(agent, "Bound").text("status"))
                && CapiConditions.isTrue(agent, "Connected")
                && CapiConditions.isTrue(agent, "Validated");
    }
}
