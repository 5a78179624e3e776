package dev.hcp.simulator.apiserver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The form in which a client wants its answer.
 *
 * @param yaml YAML instead of JSON
 * @param as what the answer is turned into; empty for none
 * @param asVersion version of that, such as {@code v1}
 * @param asGroup group of that, such as {@code meta.k8s.io}
 * @param pretty indented JSON
 */
record Negotiation(boolean yaml, String as, String asVersion, String asGroup, boolean pretty) {
    private static final String TYPES = "application/json, application/yaml, application/vnd.kubernetes.protobuf";

    /** What a client gets that does not say. */
    static final Negotiation PLAIN = new Negotiation(false, "", "", "", false);

    boolean asTable() {
        return as.equals("Table");
    }

    boolean asPartial() {
        return as.equals("PartialObjectMetadata");
    }

    boolean asPartialList() {
        return as.equals("PartialObjectMetadataList");
    }

    private record Clause(String type, Map<String, String> parameters, double quality) {}

    /** The first form that is both asked for and known. */
    static Negotiation of(ApiRequest request) {
        boolean pretty = isPretty(request);
        String accept = request.header("accept").orElse("");
        if (accept.isEmpty()) {
            return pretty ? new Negotiation(false, "", "", "", true) : PLAIN;
        }
        boolean typeKnown = false;
        for (Clause clause : clauses(accept)) {
            boolean json =
                    clause.type().equals("application/json") || clause.type().equals("*/*");
            boolean yaml = clause.type().equals("application/yaml");
            if (!json && !yaml) {
                continue;
            }
            typeKnown = true;
            String as = clause.parameters().getOrDefault("as", "");
            String version = clause.parameters().getOrDefault("v", "");
            String group = clause.parameters().getOrDefault("g", "");
            if (isKnown(as, version, group)) {
                boolean indented = pretty || "1".equals(clause.parameters().get("pretty"));
                return new Negotiation(yaml, as, version, group, indented);
            }
        }
        if (typeKnown) {
            throw Failures.notAcceptable("only the following media types are accepted: " + TYPES, false);
        }
        if (accept.contains("protobuf")) {
            throw Failures.notAcceptable(
                    "only the following media types are accepted: application/json, application/yaml", false);
        }
        throw Failures.notAcceptable("406: Not Acceptable\n\nAvailable representations: " + TYPES, true);
    }

    private static boolean isKnown(String as, String version, String group) {
        if (as.isEmpty()) {
            return true;
        }
        return switch (as) {
            case "Table", "PartialObjectMetadata", "PartialObjectMetadataList" ->
                group.equals("meta.k8s.io") && (version.equals("v1") || version.equals("v1beta1"));
            case "APIGroupDiscoveryList" ->
                group.equals("apidiscovery.k8s.io") && (version.equals("v2") || version.equals("v2beta1"));
            default -> false;
        };
    }

    private static List<Clause> clauses(String accept) {
        List<Clause> clauses = new ArrayList<>();
        for (String part : accept.split(",")) {
            String[] pieces = part.split(";");
            Map<String, String> parameters = new HashMap<>();
            double quality = 1;
            for (int i = 1; i < pieces.length; i++) {
                int equals = pieces[i].indexOf('=');
                if (equals < 0) {
                    continue;
                }
                String name = pieces[i].substring(0, equals).trim().toLowerCase(Locale.ROOT);
                String value = pieces[i].substring(equals + 1).trim();
                if (name.equals("q")) {
                    quality = quality(value);
                } else {
                    parameters.put(name, value);
                }
            }
            clauses.add(new Clause(pieces[0].trim(), parameters, quality));
        }
        clauses.sort(Comparator.comparingDouble(Clause::quality).reversed());
        return clauses;
    }

    private static double quality(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isPretty(ApiRequest request) {
        String asked = request.parameter("pretty").orElse("");
        if (!asked.isEmpty()) {
            return asked.equals("true") || asked.equals("1");
        }
        String agent = request.header("user-agent").orElse("");
        return agent.startsWith("curl") || agent.startsWith("Wget") || agent.startsWith("Mozilla/5.0");
    }
}
