package dev.hcp.api.openshift;

import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The release that a guest cluster runs and how it came there; one object named {@code version}. The envelope is
 * mutable, as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("config.openshift.io")
@Version("v1")
@Kind("ClusterVersion")
@Plural("clusterversions")
@CrdKind(required = {"spec"})
@Column(name = "Version", path = ".status.history[?(@.state==\"Completed\")].version")
@Column(name = "Available", path = ".status.conditions[?(@.type==\"Available\")].status")
@Column(name = "Progressing", path = ".status.conditions[?(@.type==\"Progressing\")].status")
@Column(name = "Since", type = "date", path = ".status.conditions[?(@.type==\"Progressing\")].lastTransitionTime")
@Column(name = "Status", path = ".status.conditions[?(@.type==\"Progressing\")].message")
public final class ClusterVersion extends CustomResource<ClusterVersionSpec, ClusterVersionStatus> {
    private static final long serialVersionUID = 1L;
}
