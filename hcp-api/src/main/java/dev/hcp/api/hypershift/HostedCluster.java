package dev.hcp.api.hypershift;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Rule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A cluster whose control plane runs as pods on the management cluster. The envelope is mutable, as fabric8's are,
 * and not thread-safe; spec and status are immutable.
 */
@Group("hypershift.openshift.io")
@Version("v1beta1")
@Kind("HostedCluster")
@Plural("hostedclusters")
@ShortNames({"hc", "hcs"})
@Rule(
        value = "!has(oldSelf.spec) || !has(oldSelf.spec.infraID) || (has(self.spec) && has(self.spec.infraID))",
        message = "infraID cannot be removed once set",
        since = Edition.LATEST)
@Rule(
        value = "!has(oldSelf.spec) || !has(oldSelf.spec.clusterID) || (has(self.spec) && has(self.spec.clusterID))",
        message = "clusterID cannot be removed once set",
        since = Edition.LATEST)
@Column(name = "Version", path = ".status.version.history[?(@.state==\"Completed\")].version")
@Column(
        name = "CP Version",
        path = ".status.controlPlaneVersion.history[?(@.state==\"Completed\")].version",
        since = Edition.LATEST)
@Column(name = "KubeConfig", path = ".status.kubeconfig.name")
@Column(name = "Progress", path = ".status.version.history[?(@.state!=\"\")].state")
@Column(name = "Available", path = ".status.conditions[?(@.type==\"Available\")].status")
@Column(name = "Progressing", path = ".status.conditions[?(@.type==\"Progressing\")].status")
@Column(name = "Message", path = ".status.conditions[?(@.type==\"Available\")].message")
@Column(
        name = "CP Progress",
        path = ".status.controlPlaneVersion.history[0].state",
        priority = 1,
        since = Edition.LATEST)
@Column(name = "DP Progress", path = ".status.version.history[0].state", priority = 1, since = Edition.LATEST)
public final class HostedCluster extends CustomResource<HostedClusterSpec, HostedClusterStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<HostedCluster, HostedClusterSpec, HostedClusterStatus, HostedClusterSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                HostedCluster::new,
                HostedClusterSpec::builder,
                HostedClusterSpec::toBuilder,
                HostedClusterSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<HostedCluster, HostedClusterSpec, HostedClusterStatus, HostedClusterSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
