package dev.hcp.api.kubevirt;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Categories;
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
 * A volume and what it is filled with. The envelope is mutable, as fabric8's are, and not thread-safe; spec and
 * status are immutable.
 */
@Group("cdi.kubevirt.io")
@Version("v1beta1")
@Kind("DataVolume")
@Plural("datavolumes")
@ShortNames({"dv", "dvs"})
@Categories({"all"})
@CrdKind(required = {"spec"})
@Column(name = "Phase", path = ".status.phase")
@Column(name = "Progress", path = ".status.progress")
@Column(name = "Restarts", type = "integer", path = ".status.restartCount")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
public final class DataVolume extends CustomResource<DataVolumeSpec, DataVolumeStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<DataVolume, DataVolumeSpec, DataVolumeStatus, DataVolumeSpec.Builder> builder() {
        return new ResourceBuilder<>(
                DataVolume::new, DataVolumeSpec::builder, DataVolumeSpec::toBuilder, DataVolumeSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<DataVolume, DataVolumeSpec, DataVolumeStatus, DataVolumeSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
