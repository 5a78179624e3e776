package dev.hcp.simulator.apiserver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of an Accept header.
 *
 * @param type media type before the slash
 * @param subtype media type after the slash
 * @param parameters parameters other than {@code q}
 * @param quality the value of {@code q}
 */
record Accept(String type, String subtype, Map<String, String> parameters, double quality) {

    /** The clauses of a header, the most wanted first. Clauses that are no media types are passed over. */
    static List<Accept> parse(String header) {
        List<Accept> clauses = new ArrayList<>();
        for (String part : header.split(",")) {
            String[] pieces = part.split(";");
            String[] names = pieces.length == 0 ? new String[] {""} : pieces[0].split("/", -1);
            boolean wildcard = names.length == 1 && names[0].trim().equals("*");
            if (names.length == 2 || wildcard) {
                insert(clause(names[0].trim(), wildcard ? "*" : names[1].trim(), pieces), clauses);
            }
        }
        return clauses;
    }

    private static Accept clause(String type, String subtype, String[] pieces) {
        Map<String, String> parameters = new HashMap<>();
        double quality = 1;
        for (int i = 1; i < pieces.length; i++) {
            String[] sides = pieces[i].split("=", -1);
            if (sides.length == 2 && !sides[1].isEmpty()) {
                if (sides[0].trim().equals("q")) {
                    quality = quality(sides[1]);
                } else {
                    parameters.put(sides[0].trim(), sides[1].trim());
                }
            }
        }
        return new Accept(type, subtype, parameters, quality);
    }

    private static double quality(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The reference's order is not one in the strict sense, so how it sorts is part of what it does. */
    private static void insert(Accept clause, List<Accept> sorted) {
        int at = sorted.size();
        while (at > 0 && clause.precedes(sorted.get(at - 1))) {
            at--;
        }
        sorted.add(at, clause);
    }

    private boolean precedes(Accept other) {
        return quality > other.quality
                || (!type.equals("*") && other.type.equals("*"))
                || (!subtype.equals("*") && other.subtype.equals("*"));
    }

    /** Whether a media type is what this clause asks for. */
    boolean matches(String mediaType) {
        if (subtype.equals("*")) {
            return type.equals("*") || mediaType.startsWith(type + "/");
        }
        return mediaType.length() == type.length() + 1 + subtype.length()
                && mediaType.startsWith(type)
                && mediaType.endsWith(subtype);
    }
}
