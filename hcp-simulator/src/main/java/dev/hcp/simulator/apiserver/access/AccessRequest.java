package dev.hcp.simulator.apiserver.access;

import dev.hcp.api.validation.schema.GoSyntax;

/**
 * What somebody wants to do.
 *
 * @param user who
 * @param verb what to do, such as {@code list}; of a path that is no resource the HTTP method in lower case
 * @param resourceRequest whether it is done to a resource; else to a path
 * @param group API group; empty for the core group
 * @param version API version
 * @param resource plural name of the resource
 * @param subresource sub-resource; empty for none
 * @param namespace namespace; empty for all, or for cluster scope
 * @param name name of the object; empty for the collection, or when it is not known yet
 * @param path the path of the request
 */
public record AccessRequest(
        User user,
        String verb,
        boolean resourceRequest,
        String group,
        String version,
        String resource,
        String subresource,
        String namespace,
        String name,
        String path) {

    /** To a resource. */
    public static AccessRequest toResource(
            User user, String verb, String namespace, String group, String resource, String subresource, String name) {
        return new AccessRequest(user, verb, true, group, "", resource, subresource, namespace, name, "");
    }

    /** To a path. */
    public static AccessRequest toPath(User user, String verb, String path) {
        return new AccessRequest(user, verb, false, "", "", "", "", "", "", path);
    }

    /** The same by somebody else. */
    public AccessRequest by(User other) {
        return new AccessRequest(
                other, verb, resourceRequest, group, version, resource, subresource, namespace, name, path);
    }

    /** Something else done to the same. */
    public AccessRequest with(String otherVerb) {
        return new AccessRequest(
                user, otherVerb, resourceRequest, group, version, resource, subresource, namespace, name, path);
    }

    /** The resource as rules name it, such as {@code pods/log}. */
    public String qualifiedResource() {
        return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }

    /** That it is not allowed, in the reference's words. */
    public String refusal() {
        String start = "User " + GoSyntax.quote(user.name()) + " cannot " + verb;
        if (!resourceRequest) {
            return start + " path " + GoSyntax.quote(path);
        }
        return start + " resource " + GoSyntax.quote(qualifiedResource()) + " in API group " + GoSyntax.quote(group)
                + (namespace.isEmpty() ? " at the cluster scope" : " in the namespace " + GoSyntax.quote(namespace));
    }
}
