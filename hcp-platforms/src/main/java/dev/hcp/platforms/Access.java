package dev.hcp.platforms;

import java.util.List;

/** What may be done to the objects of a kind, in the terms of a plan; each stands for verbs of a role. */
public enum Access {
    /** To get, list and watch them. Whatever is written is read, too: a plan leaves out what is so already. */
    READ("", "get", "list", "watch"),
    /** To create them. */
    CREATE("", "create"),
    /** To apply fields of them (server-side apply), which creates those that are missing. */
    APPLY("", "create", "patch"),
    /** To replace them as a whole. */
    REPLACE("", "update"),
    /** To change fields of them by merge patches; also their finalizers. */
    PATCH("", "patch"),
    /** To delete them. */
    DELETE("", "delete"),
    /** Of pods: to evict them, which disruption budgets may forbid. */
    EVICT("eviction", "create"),
    /** To replace their status. */
    STATUS("status", "update"),
    /** To change fields of their status by merge patches. */
    PATCH_STATUS("status", "patch"),
    /** To make them owners that are not deleted before what they own, which some clusters guard. */
    OWN("finalizers", "update"),
    /** Of roles: to put rights in them, and to bind them to others, which the writer does not have. */
    GRANT("", "bind", "escalate");

    private final String subresource;
    private final List<String> verbs;

    Access(String subresource, String... verbs) {
        this.subresource = subresource;
        this.verbs = List.of(verbs);
    }

    /** The sub-resource it is about; empty for the resource itself. */
    public String subresource() {
        return subresource;
    }

    /** The verbs of a role that it takes. */
    public List<String> verbs() {
        return verbs;
    }
}
