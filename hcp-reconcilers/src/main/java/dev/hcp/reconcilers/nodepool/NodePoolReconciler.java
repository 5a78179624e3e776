package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.capi.MachineDeployment;
import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolAutoScaling;
import dev.hcp.api.hypershift.PayloadArch;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Finalizers;
import dev.hcp.api.names.Labels;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.platforms.MachineTemplateException;
import dev.hcp.platforms.NodePoolContext;
import dev.hcp.platforms.NodePoolPreparation;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.PlatformProviders;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.OperatorScope;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.QuietPasses;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes machines of a NodePool, and says in its conditions how far they are.
 *
 * <p>A pass goes through the same steps in the same order as the reference operator's: what a step finds wrong ends it,
 * and the conditions of later steps stay as they were. What it keeps between passes saves work and decides nothing; thread-safe.
 */
public final class NodePoolReconciler implements Reconciler<NodePool> {
    /** {@link #name()}: field manager and event source. */
    public static final String NAME = "nodepool-controller";

    private static final Duration TEMPLATE_NOT_READY = Duration.ofSeconds(5);

    private final PlatformProviders platforms;
    private final ManifestCache manifests = new ManifestCache();
    private final TemplateCache templates = new TemplateCache();
    private final QuietPasses quiet = new QuietPasses();

    /** @param platforms the platforms that pools may be of */
    public NodePoolReconciler(PlatformProviders platforms) {
        this.platforms = platforms;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<NodePool> primaryType() {
        return NodePool.class;
    }

    @Override
    public Permissions permissions() {
        return NodePoolPermissions.ALL.and(platforms.permissions());
    }

    @Override
    public List<Watch<?>> watches() {
        return PoolWatches.all(platforms);
    }

    @Override
    public Plan reconcile(NodePool pool, World world) {
        ObjectKey key = ObjectKey.of(pool);
        if (quiet.stillQuiet(key, world)) {
            return Plan.NOTHING;
        }
        QuietPasses.Reads reads = new QuietPasses.Reads(world);
        return quiet.after(key, reads, pass(pool, key, reads));
    }

    private Plan pass(NodePool pool, ObjectKey key, QuietPasses.Reads reads) {
        Pass pass = new Pass(reads, NAME);
        String clusterName = pool.getSpec() == null ? null : pool.getSpec().getClusterName();
        reads.only(
                HostedCluster.class,
                key.namespace(),
                clusterName == null ? "" : clusterName,
                NodePoolReconciler::concerningPools);
        boolean elsewhere = pass.tree(HostedCluster.class, key.namespace(), clusterName == null ? "" : clusterName)
                .filter(tree -> !OperatorScope.covers(pass.managementCluster(), tree))
                .isPresent();
        if (elsewhere) {
            return pass.done();
        }
        if (pool.getMetadata().getDeletionTimestamp() != null) {
            return PoolDeletion.run(pass, pool, platform(pool));
        }
        Optional<HostedCluster> cluster =
                pass.get(HostedCluster.class, key.namespace(), clusterName == null ? "" : clusterName);
        if (cluster.isEmpty()) {
            return failed(pass, pool, "hostedclusters.hypershift.openshift.io \"" + clusterName + "\" not found");
        }
        pass.addFinalizer(NodePool.class, key, Finalizers.HYPERSHIFT);
        PoolState state = new PoolState(pass, pool, cluster.get());
        try {
            steps(state);
        } catch (InvalidPoolException e) {
            state.write();
            return failed(pass, pool, String.valueOf(e.getMessage()));
        }
        state.write();
        return pass.done();
    }

    private static Plan failed(Pass pass, NodePool pool, String message) {
        pass.event(pool, true, "ReconcileError", message);
        return pass.failed(message);
    }

    /** The parts of a HostedCluster that pools depend on; its other status changes all the time while it comes up. */
    private static JsonObject concerningPools(JsonObject cluster) {
        JsonObject status = cluster.object("status");
        return JsonObject.of(
                "annotations", cluster.at("metadata", "annotations"),
                "uid", cluster.at("metadata", "uid"),
                "spec", cluster.get("spec"),
                "controlPlaneEndpoint", status.get("controlPlaneEndpoint"),
                "ignitionEndpoint", status.get("ignitionEndpoint"),
                "payloadArch", status.get("payloadArch"),
                "platform", status.get("platform"),
                "history", status.at("version", "history"));
    }

    private Optional<PlatformProvider> platform(NodePool pool) {
        if (pool.getSpec() == null
                || pool.getSpec().getPlatform() == null
                || pool.getSpec().getPlatform().getType() == null) {
            return Optional.empty();
        }
        return platforms.find(pool.getSpec().getPlatform().getType().value());
    }

    private void steps(PoolState state) {
        if (state.infraId().isEmpty()) {
            return;
        }
        reportAutoscaling(state);
        Optional<String> unmanageable = ManagementRules.problem(state.management());
        state.conditions.set(
                ConditionTypes.UPDATE_MANAGEMENT_ENABLED,
                unmanageable.isEmpty(),
                unmanageable.isEmpty() ? ConditionReasons.AS_EXPECTED : ConditionReasons.VALIDATION_FAILED,
                unmanageable.orElse(""));
        if (unmanageable.isPresent()) {
            return;
        }
        ReleaseMetadata release = release(state);
        PlatformProvider platform = platforms.orUnsupported(state.platformType());
        NodePoolContext context =
                new NodePoolContext(state.pool, state.cluster, state.controlPlaneNamespace, release, state.pass);
        NodePoolPreparation prepared = prepare(state, platform, context);
        Optional<String> authority = ignitionAuthority(state);
        if (authority.isEmpty()) {
            return;
        }
        state.conditions.set(
                ConditionTypes.VALID_RELEASE_IMAGE,
                true,
                ConditionReasons.AS_EXPECTED,
                "Using release image: " + state.releaseImage());
        checkArchitecture(state, platform);
        NodePoolPreparation preparation = platform.bootImage(context, prepared);
        if (!preparation.equals(prepared)) {
            carryOut(state, preparation);
        }
        Optional<MachineConfiguration> configuration = configuration(state, release);
        if (configuration.isEmpty()) {
            return;
        }
        GlobalConfig global = GlobalConfig.of(state.clusterSpec);
        PoolState.Target target = PoolState.Target.of(state, release, configuration.get(), global);
        boolean updating = reportUpdates(state, target);
        PayloadSecrets.report(state, target.payloadHash());
        TuningConfiguration tuning = tuning(state);
        if (pauses(state)) {
            return;
        }
        tuning.reconcile(state);
        List<JsonObject> machines = Machines.of(state.pass, state.key, state.controlPlaneNamespace);
        MachineConditions.report(state, machines);
        NodePoolContext refreshed =
                new NodePoolContext(state.annotated(), state.cluster, state.controlPlaneNamespace, release, state.pass);
        report(state, platform.machineFindings(refreshed));
        if (updating) {
            PayloadSecrets.retire(
                    state,
                    state.annotation(Annotations.NODE_POOL_CURRENT_CONFIG_VERSION),
                    state.platformType().equals("AWS"));
        }
        PayloadSecrets.reconcile(
                state, target.payloadHash(), configuration.get().text(), authority.get(), global);
        requireSupport(state);
        Optional<Class<? extends HasMetadata>> templateType = platform.machineTemplateType();
        if (templateType.isEmpty()) {
            state.rolledOut(target);
            return;
        }
        Optional<TemplateObject> template =
                machineTemplate(state, platform, refreshed, preparation, templateType.get());
        if (template.isPresent()) {
            machines(state, template.get(), target, machines);
        }
    }

    /** On a platform that nobody provides a pool comes as far as any, and gets no machines. */
    private void requireSupport(PoolState state) {
        if (platforms.find(state.platformType()).isPresent()) {
            return;
        }
        String message = "there is no support for platform type \"" + state.platformType()
                + "\", so the pool gets no machines; supported are " + platforms.platformTypes();
        state.conditions.set(ConditionTypes.VALID_MACHINE_TEMPLATE, false, ConditionReasons.VALIDATION_FAILED, message);
        throw new InvalidPoolException(message);
    }

    private static void reportAutoscaling(PoolState state) {
        NodePoolAutoScaling scaling = state.spec.getAutoScaling();
        state.conditions.set(
                ConditionTypes.AUTOSCALING_ENABLED,
                scaling != null,
                ConditionReasons.AS_EXPECTED,
                scaling == null ? "" : "Maximum nodes: " + scaling.getMax() + ", Minimum nodes: " + scaling.getMin());
    }

    private static ReleaseMetadata release(PoolState state) {
        try {
            return PoolRelease.of(state);
        } catch (InvalidPoolException e) {
            state.conditions.set(
                    ConditionTypes.VALID_RELEASE_IMAGE,
                    false,
                    ConditionReasons.VALIDATION_FAILED,
                    "Failed to get release image: " + e.getMessage());
            throw new InvalidPoolException("failed to look up release image metadata: " + e.getMessage());
        }
    }

    private static NodePoolPreparation prepare(PoolState state, PlatformProvider platform, NodePoolContext context) {
        NodePoolPreparation preparation = platform.prepare(context);
        boolean judged = preparation.findings().stream()
                .anyMatch(finding -> finding.type().equals(ConditionTypes.VALID_MACHINE_CONFIG));
        if (platform.judgesMachineConfig() && !judged) {
            state.machineConfigOpen();
        }
        carryOut(state, preparation);
        return preparation;
    }

    private static void carryOut(PoolState state, NodePoolPreparation preparation) {
        preparation.moot().forEach(state.conditions::remove);
        report(state, preparation.findings());
        if (preparation.failure().isPresent()) {
            throw new InvalidPoolException(preparation.failure().get());
        }
        preparation.create().forEach(state.pass::createIfAbsent);
        preparation.delete().forEach(object -> state.pass.delete(object.getClass(), ObjectKey.of(object)));
        preparation.status().ifPresent(state::platformStatus);
        preparation.annotations().forEach(state::annotate);
    }

    private static void report(PoolState state, List<NodePoolPreparation.Finding> findings) {
        findings.forEach(finding ->
                state.conditions.set(finding.type(), finding.healthy(), finding.reason(), finding.message()));
    }

    /** The ignition server's certificate authority in base64; empty while machines cannot be given one. */
    private static Optional<String> ignitionAuthority(PoolState state) {
        String type = ConditionTypes.IGNITION_ENDPOINT_AVAILABLE;
        String endpoint = state.cluster.getStatus() == null
                ? null
                : state.cluster.getStatus().getIgnitionEndpoint();
        if (endpoint == null || endpoint.isEmpty()) {
            state.conditions.set(
                    type,
                    false,
                    ConditionReasons.IGNITION_ENDPOINT_MISSING,
                    "Ignition endpoint not available, waiting");
            return Optional.empty();
        }
        Optional<JsonObject> secret =
                state.pass.tree(Secret.class, state.controlPlaneNamespace, "ignition-server-ca-cert");
        Optional<String> authority = secret.map(s -> s.text("data", "tls.crt"));
        if (authority.isEmpty()) {
            state.conditions.set(
                    type,
                    false,
                    ConditionReasons.IGNITION_CA_CERT_MISSING,
                    secret.isEmpty()
                            ? "still waiting for ignition CA cert Secret to exist"
                            : "CA Secret is missing tls.crt key");
            return Optional.empty();
        }
        state.conditions.remove(type);
        return authority;
    }

    private static void checkArchitecture(PoolState state, PlatformProvider platform) {
        // The API server fills in the default; what came past it has none and fits nowhere.
        String arch = state.spec.getArch() == null ? "" : state.spec.getArch().value();
        String type = ConditionTypes.VALID_ARCH_PLATFORM;
        if (!platform.architectures().contains(arch)) {
            state.conditions.set(
                    type,
                    false,
                    ConditionReasons.INVALID_ARCH_PLATFORM,
                    "CPU arch " + arch + " is not supported for platform: " + state.platformType()
                            + ", use 'amd64' instead");
            return;
        }
        PayloadArch payload = state.cluster.getStatus() == null
                ? null
                : state.cluster.getStatus().getPayloadArch();
        String actual = payload == null ? "" : payload.value();
        if (!actual.equals("Multi") && !actual.equals(arch.toUpperCase(Locale.ROOT))) {
            String message = "NodePool CPU arch, " + arch + ", is not supported by the HostedCluster payload type, "
                    + actual + "; either change the NodePool CPU arch or use a multi-arch release image";
            state.conditions.set(type, false, ConditionReasons.INVALID_ARCH_PLATFORM, message);
            throw new InvalidPoolException(message);
        }
        state.conditions.set(type, true, ConditionReasons.AS_EXPECTED, "");
    }

    private Optional<MachineConfiguration> configuration(PoolState state, ReleaseMetadata release) {
        String type = ConditionTypes.VALID_MACHINE_CONFIG;
        state.machineConfigJudged();
        try {
            MachineConfiguration configuration = MachineConfiguration.of(state, release, manifests);
            if (configuration.complete()) {
                PoolConfigMaps.reconcile(state, Labels.MIRRORED_CONFIG, configuration.mirrors(state));
                state.conditions.set(type, true, ConditionReasons.AS_EXPECTED, "");
                return Optional.of(configuration);
            }
        } catch (InvalidPoolException e) {
            state.conditions.set(type, false, ConditionReasons.VALIDATION_FAILED, String.valueOf(e.getMessage()));
            throw new InvalidPoolException("failed to get config: " + e.getMessage());
        }
        state.conditions.set(
                type, false, ConditionReasons.VALIDATION_FAILED, "Core ignition config has not been created yet");
        return Optional.empty();
    }

    private static boolean reportUpdates(PoolState state, PoolState.Target target) {
        boolean config = !target.configHash().equals(state.annotation(Annotations.NODE_POOL_CURRENT_CONFIG));
        state.conditions.set(
                ConditionTypes.UPDATING_CONFIG,
                config,
                ConditionReasons.AS_EXPECTED,
                config ? "Updating config in progress. Target config: " + target.configHash() : "");
        boolean version = !target.version().equals(state.version());
        state.conditions.set(
                ConditionTypes.UPDATING_VERSION,
                version,
                ConditionReasons.AS_EXPECTED,
                version ? "Updating version in progress. Target version: " + target.version() : "");
        return config || version;
    }

    private static TuningConfiguration tuning(PoolState state) {
        try {
            TuningConfiguration tuning = TuningConfiguration.of(state);
            state.conditions.set(ConditionTypes.VALID_TUNING_CONFIG, true, ConditionReasons.AS_EXPECTED, "");
            return tuning;
        } catch (InvalidPoolException e) {
            state.conditions.set(
                    ConditionTypes.VALID_TUNING_CONFIG,
                    false,
                    ConditionReasons.VALIDATION_FAILED,
                    String.valueOf(e.getMessage()));
            throw new InvalidPoolException("failed to get tuningConfig: " + e.getMessage());
        }
    }

    /** Sets condition ReconciliationActive; where reconciliation rests, Cluster API shall rest, too. */
    private static boolean pauses(PoolState state) {
        PausedUntil pause = state.spec.getPausedUntil();
        if (pause != null && state.paused()) {
            String until = pause.time().isPresent() ? "until: " + pause.text() : "until field removed";
            state.conditions.set(
                    ConditionTypes.RECONCILIATION_ACTIVE,
                    false,
                    ConditionReasons.RECONCILIATION_PAUSED,
                    "Reconciliation paused " + until);
            ObjectKey key = new ObjectKey(state.controlPlaneNamespace, state.key.name());
            MachineObjects.pause(state, MachineDeployment.class, key);
            MachineObjects.pause(state, MachineSet.class, key);
            pause.remainingAt(state.pass.now()).ifPresent(state.pass::requeueAfter);
            return true;
        }
        boolean valid = pause == null || pause.isValid();
        state.conditions.set(
                ConditionTypes.RECONCILIATION_ACTIVE,
                true,
                valid ? ConditionReasons.RECONCILIATION_ACTIVE : ConditionReasons.INVALID_PAUSED_UNTIL_VALUE,
                valid ? "Reconciliation active on resource" : "Invalid value provided for PausedUntil field");
        return false;
    }

    private Optional<TemplateObject> machineTemplate(
            PoolState state,
            PlatformProvider platform,
            NodePoolContext context,
            NodePoolPreparation preparation,
            Class<? extends HasMetadata> type) {
        Optional<TemplateObject> found;
        try {
            found = templates.get(
                    state, type, preparation.bootSource(), () -> platform.machineTemplate(context, preparation));
            state.conditions.remove(ConditionTypes.VALID_MACHINE_TEMPLATE);
        } catch (MachineTemplateException e) {
            String message = String.valueOf(e.getMessage());
            state.conditions.set(ConditionTypes.VALID_MACHINE_TEMPLATE, false, e.reason(), message);
            throw new InvalidPoolException(message);
        }
        if (found.isEmpty()) {
            state.pass.requeueAfter(TEMPLATE_NOT_READY);
            return Optional.empty();
        }
        TemplateObject template = found.get();
        boolean updating = !template.name().equals(state.annotation(Annotations.NODE_POOL_PLATFORM_MACHINE_TEMPLATE));
        state.conditions.set(
                ConditionTypes.UPDATING_PLATFORM_MACHINE_TEMPLATE,
                updating,
                ConditionReasons.AS_EXPECTED,
                updating ? "platform machine template update in progress. Target template: " + template.name() : "");
        return found;
    }

    private static void machines(
            PoolState state, TemplateObject template, PoolState.Target target, List<JsonObject> machines) {
        template.deleteOthers(state);
        template.reconcile(state);
        if (state.inPlace()) {
            MachineSets.reconcile(state, template, target);
        } else {
            Machines.propagate(state, machines);
            MachineDeployments.reconcile(state, template, target);
        }
        MachineHealthChecks.reconcile(state);
    }
}
