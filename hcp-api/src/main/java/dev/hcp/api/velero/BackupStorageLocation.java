package dev.hcp.api.velero;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Object storage that backups go to. The envelope is mutable, as fabric8's are, and not thread-safe; spec and status
 * are immutable.
 */
@Group("velero.io")
@Version("v1")
@Kind("BackupStorageLocation")
@Plural("backupstoragelocations")
@ShortNames({"bsl"})
@CrdKind(statusSubresource = false)
@Column(name = "Phase", path = ".status.phase")
@Column(name = "Last Validated", type = "date", path = ".status.lastValidationTime")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
@Column(name = "Default", type = "boolean", path = ".spec.default")
public final class BackupStorageLocation extends CustomResource<BackupStorageLocationSpec, BackupStorageLocationStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    BackupStorageLocation,
                    BackupStorageLocationSpec,
                    BackupStorageLocationStatus,
                    BackupStorageLocationSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                BackupStorageLocation::new,
                BackupStorageLocationSpec::builder,
                BackupStorageLocationSpec::toBuilder,
                BackupStorageLocationSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    BackupStorageLocation,
                    BackupStorageLocationSpec,
                    BackupStorageLocationStatus,
                    BackupStorageLocationSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
