package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Kernel;
import dev.hcp.simulator.kernel.Turn;
import java.util.List;
import java.util.Optional;

/**
 * Lets the API servers of hosted clusters answer while the pods behind them are there: a kube-apiserver that is ready, and
 * a quorum of etcd members unless etcd is somebody else's.
 *
 * <p>Keys are control plane namespaces.
 */
final class HostedApiLifecycle implements Actor<String> {
    private static final String CLUSTER_ANNOTATION = "hypershift.openshift.io/cluster";

    private final Objects objects;
    private final Kernel kernel;
    private final HostedClusters clusters;
    private final GuestApiServers servers;
    private final ResourceType controlPlanes;
    private final HostedApiBacking backing;

    private final Adversities adversities;
    private final Power power;

    HostedApiLifecycle(
            Objects objects, Kernel kernel, HostedClusters clusters, GuestApiServers servers, Adversities adversities) {
        this.adversities = adversities;
        this.power = new Power(objects, adversities);
        this.objects = objects;
        this.kernel = kernel;
        this.clusters = clusters;
        this.servers = servers;
        this.controlPlanes = objects.resource("hypershift.openshift.io/v1beta1", "HostedControlPlane");
        this.backing = new HostedApiBacking(objects, adversities);
    }

    @Override
    public String name() {
        return "hosted-api-servers";
    }

    /** Processes and their data: they do not ask the management cluster's API server. */
    @Override
    public boolean needsManagementApi() {
        return false;
    }

    @Override
    public void start(ActorContext<String> context) {
        context.watch("hypershift.openshift.io", "HostedControlPlane", change -> {
            boolean comesOrGoes = change.before() == null || change.after() == null;
            return comesOrGoes ? List.of(Meta.namespace(change.object())) : List.of();
        });
        adversities.onChange(fault -> {
            if (!power.nodesOf(fault).isEmpty()) {
                clusters.controlPlaneNamespaces().forEach(context::enqueue);
            }
        });
        context.watch("apps", "Deployment", change -> named("kube-apiserver", change));
        context.watch("apps", "StatefulSet", change -> named("etcd", change));
    }

    private static List<String> named(String name, Objects.Change change) {
        return name.equals(Meta.name(change.object())) ? List.of(Meta.namespace(change.object())) : List.of();
    }

    @Override
    public Turn act(String key, ActorContext<String> context) {
        List<JsonObject> found = objects.list(controlPlanes, key);
        if (found.isEmpty()) {
            if (clusters.existing(key).isPresent()) {
                clusters.remove(key);
                context.note(key, "the hosted cluster's data are gone");
            }
            return Turn.done();
        }
        boolean answers = backing.isThere(key, found.get(0));
        Optional<HostedClusters.Hosted> hosted = clusters.existing(key);
        if (hosted.isEmpty() && answers) {
            hosted = Optional.of(begin(key, found.get(0)));
        }
        if (hosted.isPresent() && hosted.get().up() != answers) {
            hosted.get().up(answers);
            context.note(key, "the hosted API server is " + (answers ? "up" : "down"));
        }
        return Turn.done();
    }

    private HostedClusters.Hosted begin(String key, JsonObject controlPlane) {
        GuestApiServers.GuestApi api = servers.create(key);
        HostedClusters.Hosted hosted = new HostedClusters.Hosted(key, api, kernel.attach(key, api.objects()));
        String cluster = controlPlane.text("metadata", "annotations", CLUSTER_ANNOTATION);
        clusters.add(cluster == null ? key + "/" + Meta.name(controlPlane) : cluster, hosted);
        return hosted;
    }
}
