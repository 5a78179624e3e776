package dev.hcp.client;

import dev.hcp.api.agent.InfraEnv;
import dev.hcp.api.agent.InfraEnvSpec;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * An InfraEnv to be created or changed: what hosts are booted with so that they register as agents (documentation 3.5.5 and
 * 4.5.1). Texts that are empty count as not given. Not thread-safe.
 */
public final class CreateInfraEnv {
    private final KubernetesClient kubernetes;
    private final String namespace;
    private final String name;
    private String pullSecret = "pull-secret";
    private String cpuArchitecture = "";
    private String sshAuthorizedKey = "";

    CreateInfraEnv(KubernetesClient kubernetes, String namespace, String name) {
        this.kubernetes = kubernetes;
        this.namespace = namespace;
        this.name = name;
    }

    /**
     * Name of a Secret beside it that has the pull secret in its key {@code .dockerconfigjson}; {@code spec.pullSecretRef}.
     * {@code pull-secret} by default.
     */
    public CreateInfraEnv pullSecret(String secretName) {
        this.pullSecret = secretName;
        return this;
    }

    /**
     * Architecture of the hosts, {@code spec.cpuArchitecture}: {@code x86_64}, the default, {@code arm64}, {@code ppc64le} or
     * {@code s390x}.
     */
    public CreateInfraEnv cpuArchitecture(String architecture) {
        this.cpuArchitecture = architecture;
        return this;
    }

    /** Public key that may log in to hosts while they are discovered, {@code spec.sshAuthorizedKey}. None by default. */
    public CreateInfraEnv sshAuthorizedKey(String publicKey) {
        this.sshAuthorizedKey = publicKey;
        return this;
    }

    /**
     * Applies it, on the server. Returns at once; {@link Agents#discoveryImage} and {@link Agents#bootArtifacts} tell what
     * hosts are booted from when that is made.
     *
     * @throws MissingDefinitionsException when the management cluster has no assisted service
     * @throws ResourceNotFoundException when the namespace does not exist; see {@link
     *     HostedClusterResource#createControlPlaneNamespace()}
     */
    public InfraEnv apply() {
        InfraEnvSpec.Builder spec = InfraEnvSpec.builder();
        spec.pullSecretRef(new LocalObjectReference(pullSecret));
        if (!cpuArchitecture.isEmpty()) {
            spec.cpuArchitecture(cpuArchitecture);
        }
        if (!sshAuthorizedKey.isEmpty()) {
            spec.sshAuthorizedKey(sshAuthorizedKey);
        }
        InfraEnv environment = new InfraEnv();
        environment.setMetadata(
                new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
        environment.setSpec(spec.build());
        return Failures.explain(
                "apply InfraEnv " + namespace + "/" + name,
                () -> kubernetes.resource(environment).patch(Patches.APPLY));
    }
}
