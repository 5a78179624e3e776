package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.GoJson;

/** The order in which the reference writes the fields of its own types. Maps, and custom resources, are sorted. */
final class FieldOrder {
    private static final String LIST_META = "metadata(selfLink resourceVersion continue remainingItemCount)";
    private static final String OBJECT_META =
            "metadata(name generateName namespace selfLink uid resourceVersion generation creationTimestamp"
                    + " deletionTimestamp deletionGracePeriodSeconds labels annotations"
                    + " ownerReferences(apiVersion kind name uid controller blockOwnerDeletion) finalizers"
                    + " managedFields(manager operation apiVersion time fieldsType fieldsV1 subresource))";
    private static final String PARTIAL = "kind apiVersion " + OBJECT_META;
    private static final String KIND = "(group version kind)";

    /** Of {@code Status}, and of built-in objects as far as all of them are alike. */
    static final GoJson TYPED = GoJson.ofStruct("kind apiVersion " + OBJECT_META + " spec status message reason"
            + " details(name group kind uid causes(reason message field) retryAfterSeconds) code");

    static final GoJson TABLE = GoJson.ofStruct("kind apiVersion " + LIST_META
            + " columnDefinitions(name type format description priority)"
            + " rows(cells conditions(type status reason message) object(" + PARTIAL + "))");

    static final GoJson PARTIAL_METADATA = GoJson.ofStruct(PARTIAL);

    static final GoJson PARTIAL_METADATA_LIST =
            GoJson.ofStruct("kind apiVersion " + LIST_META + " items(" + PARTIAL + ")");

    /** Of discovery documents, old and aggregated. */
    static final GoJson DISCOVERY = GoJson.ofStruct("kind apiVersion groupVersion metadata(name creationTimestamp)"
            + " name versions(groupVersion version resources freshness) preferredVersion(groupVersion version)"
            + " serverAddressByClientCIDRs(clientCIDR serverAddress)"
            + " groups(name versions(groupVersion version) preferredVersion(groupVersion version))"
            + " resources(name singularName namespaced group version kind verbs shortNames categories storageVersionHash)"
            + " items(metadata(name creationTimestamp) versions(version resources(resource responseKind" + KIND
            + " scope singularResource verbs shortNames categories subresources(subresource responseKind" + KIND
            + " acceptedTypes verbs)) freshness))");

    static final GoJson VERSION =
            GoJson.ofStruct("major minor gitVersion gitCommit gitTreeState buildDate goVersion" + " compiler platform");

    private FieldOrder() {}
}
