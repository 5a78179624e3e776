package dev.hcp.platforms;

import java.util.Optional;

/** Looks up what a release image contains. Implementations are thread-safe and answer the same for the same image. */
@FunctionalInterface
public interface ReleaseCatalogue {
    /**
     * The metadata of a release image.
     *
     * @param image pull specification of the release image
     * @throws ReleaseNotFoundException when the image is not known or cannot be read
     */
    ReleaseMetadata lookup(String image);

    /**
     * The same catalogue as one cluster sees it: images are read with that cluster's credentials, through its mirrors and
     * those that hold for all. A catalogue that reads no registry, as it knows releases by rule, is the same for all.
     *
     * @param access the cluster's own
     */
    default ReleaseCatalogue with(ImageAccess access) {
        return this;
    }

    /**
     * Where a cluster may go from a version. A catalogue that knows nothing of channels has none of them.
     *
     * @param version the version the cluster is at
     * @param channel the update channel, such as {@code stable-4.17}
     * @param architecture the payload's, as in {@link ReleaseMetadata#payloadArch()}
     */
    default ReleaseUpdates updates(String version, String channel, String architecture) {
        return ReleaseUpdates.NONE;
    }

    /**
     * The architecture of a release image, as the registry tells it without a look into the payload: {@code Multi}, {@code
     * AMD64}, {@code ARM64}, {@code PPC64LE} or {@code S390X}.
     *
     * @throws ReleaseNotFoundException when the image is not known or cannot be read
     */
    default String payloadArch(String image) {
        return lookup(image).payloadArch();
    }

    /**
     * The digest of an image, {@code sha256:...}, by which a cluster may report a release that was asked for by tag; empty
     * where digests are not known.
     */
    default Optional<String> digest(String image) {
        return Optional.empty();
    }
}
