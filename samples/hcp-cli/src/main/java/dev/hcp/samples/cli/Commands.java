package dev.hcp.samples.cli;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The commands there are. To add one, write a class like {@link VersionCommand} (a {@code Callable} with picocli's
 * annotations that gets the {@link Session}) and a line here.
 */
final class Commands {
    static final List<Entry> ALL = List.of(
            group("create", "Creates hosted clusters, node pools and kubeconfigs."),
            group("create cluster", "Creates a hosted cluster."),
            command(
                    "create cluster agent",
                    "On machines that boot as agents, such as bare metal.",
                    CreateClusterAgent::new),
            command("create cluster aws", "On AWS.", CreateClusterAws::new),
            command("create cluster kubevirt", "On virtual machines of KubeVirt.", CreateClusterKubeVirt::new),
            command("create cluster none", "With nodes that somebody else brings.", CreateClusterNone::new),
            group("create nodepool", "Adds a node pool to a hosted cluster."),
            command("create nodepool agent", "Of machines that boot as agents.", CreateNodePoolAgent::new),
            command("create nodepool aws", "Of EC2 instances.", CreateNodePoolAws::new),
            command("create nodepool kubevirt", "Of virtual machines of KubeVirt.", CreateNodePoolKubeVirt::new),
            command(
                    "create kubeconfig",
                    "Prints the administrator's kubeconfig of one hosted cluster or of all.",
                    CreateKubeconfig::new),
            group("destroy", "Destroys hosted clusters and node pools."),
            group("destroy cluster", "Destroys a hosted cluster and all that was made for it."),
            command("destroy cluster agent", "On agents, which become free again.", DestroyCluster::agent),
            command("destroy cluster aws", "On AWS.", DestroyCluster::aws),
            command("destroy cluster kubevirt", "On KubeVirt.", DestroyCluster::kubeVirt),
            command("destroy cluster none", "With nodes that somebody else brought.", DestroyCluster::none),
            command("destroy nodepool", "Destroys a node pool.", DestroyNodePool::new),
            group("get", "Lists hosted clusters, node pools, agents and updates."),
            command("get clusters", "Lists hosted clusters.", GetCommand::clusters)
                    .alias("hostedclusters"),
            command("get nodepools", "Lists node pools.", GetCommand::nodePools),
            command("get agents", "Lists hosts that boot as agents.", GetCommand::agents),
            command("get updates", "Lists the updates that a cluster's channel offers.", GetUpdates::new),
            command("status", "Tells all there is to know of a hosted cluster.", StatusCommand::new),
            command("diagnose", "Looks for what is wrong with a hosted cluster.", DiagnoseCommand::new),
            command("dump", "Writes what there is of a hosted cluster into files, without secrets.", DumpCommand::new),
            command("upgrade", "Upgrades a hosted cluster, then its node pools.", UpgradeCommand::new),
            group("scale", "Changes the number of nodes."),
            command("scale nodepool", "Gives a node pool a number of nodes.", ScaleNodePool::new),
            group("autoscale", "Lets the number of nodes follow what runs on them."),
            command("autoscale nodepool", "Lets a node pool scale itself.", AutoscaleNodePool::new),
            group("set", "Changes settings of hosted clusters and node pools."),
            command("set cluster", "Changes settings of a hosted cluster.", SetCluster::new),
            command("set nodepool", "Changes settings of a node pool.", SetNodePool::new),
            command("pause", "Stops reconciliation of a hosted cluster or a node pool.", PauseCommand::new),
            command("resume", "Ends a pause.", ResumeCommand::new),
            command("restart", "Restarts the control plane of a hosted cluster.", RestartCommand::new),
            command(
                    "version",
                    "Prints versions: of this program, the operator, and what it can deploy.",
                    VersionCommand::new),
            command(
                    "completion",
                    "Prints a script that completes commands and options in a shell.",
                    CompletionCommand::new));

    private Commands() {}

    /**
     * A command or a group of commands.
     *
     * @param path the words that call it
     * @param summary one line for the help of the group above, and the beginning of its own
     * @param maker makes it; null for a group
     * @param aliases other last words
     */
    record Entry(String path, String summary, @Nullable Function<Session, Object> maker, List<String> aliases) {
        Entry alias(String alias) {
            return new Entry(path, summary, maker, List.of(alias));
        }

        /** Whether these arguments may call it. */
        boolean isIn(Set<String> arguments) {
            String last = words().get(words().size() - 1);
            return words().stream()
                    .allMatch(word -> arguments.contains(word)
                            || word.equals(last) && aliases.stream().anyMatch(arguments::contains));
        }

        List<String> words() {
            return List.of(path.split(" "));
        }

        boolean isGroup() {
            return maker == null;
        }

        Object make(Session session) {
            if (maker == null) {
                throw new IllegalStateException(path + " is a group");
            }
            return maker.apply(session);
        }
    }

    private static Entry group(String path, String summary) {
        return new Entry(path, summary, null, List.of());
    }

    private static Entry command(String path, String summary, Function<Session, Object> maker) {
        return new Entry(path, summary, maker, List.of());
    }
}
