package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.protobuf.ProtobufObjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form in which a client wants its answer.
 *
 * @param format how the answer is written
 * @param as what the answer is turned into; empty for none
 * @param asVersion version of that, such as {@code v1}
 * @param pretty indented JSON
 */
record Negotiation(Format format, String as, String asVersion, boolean pretty) {
    private static final String TYPES = "application/json, application/yaml, application/vnd.kubernetes.protobuf";
    private static final String STREAMED =
            "application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch";
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

    /** What a client gets that does not say. */
    static final Negotiation PLAIN = new Negotiation(Format.JSON, "", "", false);

    /** How trees become bytes, in the order of preference. */
    enum Format {
        JSON("application/json"),
        YAML("application/yaml"),
        PROTOBUF(ProtobufObjects.MEDIA_TYPE);

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** What an endpoint can turn its answers into. */
    enum Endpoint {
        /** Nothing. */
        PLAIN,
        /** Tables and metadata. */
        OBJECTS,
        /** Tables and metadata; the objects themselves have no form but text. */
        TEXT_OBJECTS,
        /** All of discovery in one document. */
        DISCOVERY;

        private boolean converts(String kind, String group, String version) {
            return switch (this) {
                case PLAIN -> false;
                case OBJECTS, TEXT_OBJECTS ->
                    group.equals("meta.k8s.io")
                            && (version.equals("v1") || version.equals("v1beta1"))
                            && (kind.equals("Table")
                                    || kind.equals("PartialObjectMetadata")
                                    || kind.equals("PartialObjectMetadataList"));
                case DISCOVERY ->
                    kind.equals("APIGroupDiscoveryList")
                            && group.equals("apidiscovery.k8s.io")
                            && (version.equals("v2") || version.equals("v2beta1"));
            };
        }

        private boolean servesVersion(String version) {
            return (this == OBJECTS || this == TEXT_OBJECTS) && version.equals("v1");
        }

        /** Whether it has answers in a format, as they are or turned into a kind. */
        private boolean serves(Format format, String kind) {
            return format != Format.PROTOBUF
                    || (kind.isEmpty() ? this != TEXT_OBJECTS : kind.startsWith("PartialObjectMetadata"));
        }
    }

    boolean yaml() {
        return format == Format.YAML;
    }

    boolean protobuf() {
        return format == Format.PROTOBUF;
    }

    /** The media type of a watch. */
    String streamType() {
        return protobuf() ? format.mediaType() + ";stream=watch" : format.mediaType();
    }

    boolean asDiscovery() {
        return as.equals("APIGroupDiscoveryList");
    }

    boolean asTable() {
        return as.equals("Table");
    }

    boolean asPartial() {
        return as.equals("PartialObjectMetadata");
    }

    boolean asPartialList() {
        return as.equals("PartialObjectMetadataList");
    }

    /** The first form that is both asked for and known, or nothing. */
    static Optional<Negotiation> find(ApiRequest request, Endpoint endpoint) {
        boolean pretty = isPretty(request);
        String accept = request.header("accept").orElse("");
        if (accept.isEmpty() || accept.equals("application/json") || accept.equals("*/*")) {
            return Optional.of(pretty ? new Negotiation(Format.JSON, "", "", true) : PLAIN);
        }
        for (Accept clause : Accept.parse(accept)) {
            for (Format format : Format.values()) {
                Map<String, String> asked = clause.parameters();
                if (clause.matches(format.mediaType())
                        && isAcceptable(asked, endpoint)
                        && endpoint.serves(format, asked.getOrDefault("as", ""))) {
                    return Optional.of(new Negotiation(
                            format,
                            asked.getOrDefault("as", ""),
                            asked.getOrDefault("v", ""),
                            pretty || "1".equals(asked.get("pretty"))));
                }
            }
        }
        return Optional.empty();
    }

    /** As {@link #find}, where there has to be a form. */
    static Negotiation of(ApiRequest request, Endpoint endpoint) {
        return find(request, endpoint)
                .orElseThrow(
                        () -> Failures.notAcceptable("only the following media types are accepted: " + TYPES, false));
    }

    /** Refuses what cannot be sent piece by piece. */
    void requireStreaming() {
        if (yaml()) {
            throw Failures.notAcceptable("only the following media types are accepted: " + STREAMED, false);
        }
    }

    /**
     * The check in front of everything that the server is built with: one of the media types must be named, parameters
     * aside, where {@code application/*} does not count.
     *
     * @param streams whether the endpoint also watches
     */
    static void requireRepresentation(ApiRequest request, boolean streams) {
        requireOneOf(request, List.of(TYPES.split(", ")), streams ? TYPES + ", " + STREAMED : TYPES);
    }

    static void requireOneOf(ApiRequest request, List<String> types, String named) {
        String accept = request.header("accept").orElse("");
        if (accept.isEmpty() || types.contains(accept)) {
            return;
        }
        for (String clause : accept.split(",")) {
            int parameters = clause.indexOf(';');
            String type = (parameters < 0 ? clause : clause.substring(0, parameters)).trim();
            if (type.equals("*/*") || types.contains(type)) {
                return;
            }
        }
        throw Failures.notAcceptable("406: Not Acceptable\n\nAvailable representations: " + named, true);
    }

    private static boolean isAcceptable(Map<String, String> parameters, Endpoint endpoint) {
        String stream = parameters.getOrDefault("stream", "watch");
        String server = parameters.getOrDefault("sv", "");
        if (!stream.equals("watch") || !(server.isEmpty() || endpoint.servesVersion(server))) {
            return false;
        }
        boolean converted = parameters.containsKey("as") || parameters.containsKey("g") || parameters.containsKey("v");
        return !converted
                || endpoint.converts(
                        parameters.getOrDefault("as", ""),
                        parameters.getOrDefault("g", ""),
                        parameters.getOrDefault("v", ""));
    }

    private static boolean isPretty(ApiRequest request) {
        String asked = request.parameter("pretty").orElse("");
        if (!asked.isEmpty()) {
            return TRUE.contains(asked);
        }
        String agent = request.header("user-agent").orElse("");
        return agent.startsWith("curl") || agent.startsWith("Wget") || agent.startsWith("Mozilla/5.0");
    }
}
