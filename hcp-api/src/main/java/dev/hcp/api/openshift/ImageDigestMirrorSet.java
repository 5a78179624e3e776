package dev.hcp.api.openshift;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Mirrors that nodes pull images by digest from. The envelope is mutable, as fabric8's are, and not thread-safe; spec
 * and status are immutable.
 */
@Group("config.openshift.io")
@Version("v1")
@Kind("ImageDigestMirrorSet")
@Plural("imagedigestmirrorsets")
@ShortNames({"idms"})
@CrdKind(required = {"spec"})
public final class ImageDigestMirrorSet extends CustomResource<ImageDigestMirrorSetSpec, ImageDigestMirrorSetStatus> {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    ImageDigestMirrorSet,
                    ImageDigestMirrorSetSpec,
                    ImageDigestMirrorSetStatus,
                    ImageDigestMirrorSetSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                ImageDigestMirrorSet::new,
                ImageDigestMirrorSetSpec::builder,
                ImageDigestMirrorSetSpec::toBuilder,
                ImageDigestMirrorSetSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    ImageDigestMirrorSet,
                    ImageDigestMirrorSetSpec,
                    ImageDigestMirrorSetStatus,
                    ImageDigestMirrorSetSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
