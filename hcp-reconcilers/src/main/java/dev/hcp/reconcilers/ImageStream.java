package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Images that are followed by their tags; the specification is a tree, since nothing here reads it. */
@Group("image.openshift.io")
@Version("v1")
public final class ImageStream extends CustomResource<JsonObject, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
