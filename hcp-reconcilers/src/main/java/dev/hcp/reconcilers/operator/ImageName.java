package dev.hcp.reconcilers.operator;

import dev.hcp.platforms.ReleaseNotFoundException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pull specification with its host: {@code host[:port]/repository[:tag][@digest]}.
 *
 * @param reference the digest if there is one, else the tag
 */
record ImageName(String host, String repository, String reference) {
    private static final Pattern FORM = Pattern.compile(
            "(?<host>[a-zA-Z0-9.-]+\\.[a-zA-Z0-9.-]+(?::\\d+)?|[a-zA-Z0-9-]+:\\d+|localhost|\\[[0-9a-fA-F:.]+](?::\\d+)?)/"
                    + "(?<repository>[a-z0-9._/-]+)(?::(?<tag>[\\w][\\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?");

    /** @throws ReleaseNotFoundException when it is not one */
    static ImageName of(String image) {
        Matcher parts = FORM.matcher(image);
        if (!parts.matches()) {
            throw new ReleaseNotFoundException("\"" + image
                    + "\" is not the name of an image; give host/repository:tag or host/repository@sha256:..., such as"
                    + " quay.io/openshift-release-dev/ocp-release:4.17.0-multi");
        }
        String digest = parts.group("digest");
        String tag = parts.group("tag");
        return new ImageName(
                parts.group("host"), parts.group("repository"), digest != null ? digest : tag != null ? tag : "latest");
    }

    boolean isByDigest() {
        return reference.startsWith("sha256:");
    }

    /** Host and repository, as mirrors and credentials name it. */
    String path() {
        return host + "/" + repository;
    }

    /** The same image in a mirror, when its path begins with the source of one; the rest of the path stays. */
    ImageName in(String source, String mirror) {
        return of(mirror + path().substring(source.length()) + (isByDigest() ? "@" : ":") + reference);
    }

    /** The same repository at another tag or digest. */
    ImageName at(String otherReference) {
        return new ImageName(host, repository, otherReference);
    }

    @Override
    public String toString() {
        return path() + (isByDigest() ? "@" : ":") + reference;
    }
}
