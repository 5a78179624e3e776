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
 * A backup of objects and volumes, made once. The envelope is mutable, as fabric8's are, and not thread-safe; spec
 * and status are immutable.
 */
@Group("velero.io")
@Version("v1")
@Kind("Backup")
@Plural("backups")
@CrdKind(statusSubresource = false)
public final class Backup extends CustomResource<BackupSpec, BackupStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<Backup, BackupSpec, BackupStatus, BackupSpec.Builder> builder() {
        return new ResourceBuilder<>(
                Backup::new, BackupSpec::builder, BackupSpec::toBuilder, BackupSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<Backup, BackupSpec, BackupStatus, BackupSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
