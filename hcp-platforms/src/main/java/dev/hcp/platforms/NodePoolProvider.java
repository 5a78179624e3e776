package dev.hcp.platforms;

import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.UpgradeType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The half of a {@link PlatformProvider} that concerns node pools: how machines are made.
 *
 * <p>Every method has a default: machines that somebody else brings.
 */
public interface NodePoolProvider {
    /** CPU architectures that pools may have, as in {@code spec.arch}. */
    default Set<String> architectures() {
        return Set.of("amd64", "arm64");
    }

    /** How pools get new versions and configurations when they do not say: by new machines. */
    default UpgradeType defaultUpgradeType() {
        return UpgradeType.REPLACE;
    }

    /**
     * First step of a pass: checks the platform's part of the pool and prepares what its machines boot from. Called before
     * anything else is made for the pool, so that slow preparations begin early.
     */
    default NodePoolPreparation prepare(NodePoolContext context) {
        return NodePoolPreparation.NONE;
    }

    /**
     * Second step, once nodes could fetch a configuration and their architecture is known to fit: what machines boot from,
     * where finding it takes no preparation.
     *
     * @param preparation what {@link #prepare} answered in this pass
     * @return what takes its place from here on; by default the same
     */
    default NodePoolPreparation bootImage(NodePoolContext context, NodePoolPreparation preparation) {
        return preparation;
    }

    /**
     * Whether what {@link #prepare} finds wrong shows in condition ValidMachineConfig. Then a pass that finds nothing wrong
     * takes the condition back until the machine configuration is judged.
     */
    default boolean judgesMachineConfig() {
        return false;
    }

    /** Kind of the platform's machine template; without one, no Cluster API objects are made for a pool. */
    default Optional<Class<? extends HasMetadata>> machineTemplateType() {
        return Optional.empty();
    }

    /**
     * The template of the pool's machines. Called only where there is a {@link #machineTemplateType()}.
     *
     * <p>It may depend on specification and annotations of pool and cluster and on the preparation's {@link
     * NodePoolPreparation#bootSource()} alone, and is not asked for again while these are equal. What else it needs to
     * know goes into the boot source.
     *
     * @param preparation what {@link #bootImage} answered in this pass
     * @return the template; empty while something it needs is not there yet, to be asked again soon
     * @throws MachineTemplateException when it cannot be made from what the user wrote
     */
    default Optional<MachineTemplate> machineTemplate(NodePoolContext context, NodePoolPreparation preparation) {
        return Optional.empty();
    }

    /** Conditions that follow from the pool's infrastructure machines, once there are any. */
    default List<NodePoolPreparation.Finding> machineFindings(NodePoolContext context) {
        return List.of();
    }

    /** Kind of the infrastructure machines that {@link #machineFindings} follow from; changes of those that are ready count. */
    default Optional<Class<? extends HasMetadata>> judgedMachineType() {
        return Optional.empty();
    }

    /** Objects of the platform to delete with a pool, beyond Cluster API's own; those that exist. */
    default List<HasMetadata> leftovers(NodePool pool, World world) {
        return List.of();
    }
}
