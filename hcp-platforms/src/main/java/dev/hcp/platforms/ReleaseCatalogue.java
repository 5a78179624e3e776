package dev.hcp.platforms;

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
}
