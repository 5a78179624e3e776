package dev.hcp.simulator.apiserver;

/** The types of patches, by the media type of their body. */
enum PatchType {
    JSON,
    MERGE,
    STRATEGIC,
    APPLY;

    /**
     * The type of a request's patch.
     *
     * @param custom whether the object is a custom resource, which has no Go types to merge by
     */
    static PatchType of(ApiRequest request, boolean custom) {
        switch (Bodies.mediaType(request)) {
            case "application/json-patch+json" -> {
                return JSON;
            }
            case "application/merge-patch+json" -> {
                return MERGE;
            }
            case "application/apply-patch+yaml" -> {
                return APPLY;
            }
            case "application/strategic-merge-patch+json" -> {
                if (!custom) {
                    return STRATEGIC;
                }
            }
            default -> {
                // Falls through to the refusal.
            }
        }
        if (!custom) {
            throw Failures.unsupportedMediaType("415: Unsupported Media Type", true);
        }
        throw Failures.unsupportedMediaType(
                "the body of the request was in an unknown format - accepted media types include: "
                        + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml",
                false);
    }
}
