package dev.hcp.api.velero;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Bringing back what a backup holds, once. The envelope is mutable, as fabric8's are, and not thread-safe; spec and
 * status are immutable.
 */
@Group("velero.io")
@Version("v1")
@Kind("Restore")
@Plural("restores")
@CrdKind(statusSubresource = false)
public final class Restore extends CustomResource<RestoreSpec, RestoreStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<Restore, RestoreSpec, RestoreStatus, RestoreSpec.Builder> builder() {
        return new ResourceBuilder<>(
                Restore::new, RestoreSpec::builder, RestoreSpec::toBuilder, RestoreSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<Restore, RestoreSpec, RestoreStatus, RestoreSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
