package dev.hcp.api.validation.schema;

import dev.hcp.api.HcpException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute URL or path as Go's {@code net/url} reads it, which takes more characters than the standard allows.
 *
 * @param scheme in lower case; empty for a path
 * @param host with its port; may be empty
 * @param path as it was escaped
 * @param rawQuery what stands between the question mark and the fragment
 */
public record GoUrl(String scheme, String host, String path, String rawQuery) {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.\\-]*):(.*)", Pattern.DOTALL);
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern PORT = Pattern.compile("(:[0-9]*)?");
    private static final String HOST_CHARACTERS = "-_.~!$&'()*+,;=:[]<>\"%";

    /** Whether a text is a URL. */
    public static boolean isUrl(String text) {
        try {
            parse(text);
            return true;
        } catch (Malformed e) {
            return false;
        }
    }

    /**
     * The URL that a text is.
     *
     * @throws Malformed when it is none
     */
    public static GoUrl parse(String text) {
        if (text.isEmpty()) {
            throw failure(text, "empty url");
        }
        if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw failure(text, "net/url: invalid control character in URL");
        }
        int hash = text.indexOf('#');
        String rest = hash < 0 ? text : text.substring(0, hash);
        String scheme = "";
        Matcher parts = SCHEME.matcher(rest);
        if (parts.matches()) {
            scheme = parts.group(1).toLowerCase(Locale.ROOT);
            rest = parts.group(2);
        } else if (rest.startsWith(":")) {
            throw failure(text, "missing protocol scheme");
        }
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        rest = question < 0 ? rest : rest.substring(0, question);
        if (!rest.startsWith("/")) {
            throw failure(text, "invalid URI for request");
        }
        String host = "";
        if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
            int slash = rest.indexOf('/', 2);
            String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            rest = slash < 0 ? "" : rest.substring(slash);
            host = host(text, authority.substring(authority.lastIndexOf('@') + 1));
        }
        Matcher escape = BAD_ESCAPE.matcher(rest);
        if (escape.find()) {
            String found = rest.substring(escape.start(), Math.min(rest.length(), escape.start() + 3));
            throw failure(text, "invalid URL escape " + GoSyntax.quote(found));
        }
        return new GoUrl(scheme, host, rest, query);
    }

    private static String host(String url, String host) {
        int bracket = host.lastIndexOf(']');
        if (host.startsWith("[") && bracket < 0) {
            throw failure(url, "missing ']' in host");
        }
        int colon = host.startsWith("[") ? bracket + 1 : host.lastIndexOf(':');
        String port = colon < 0 ? "" : host.substring(colon);
        if (!PORT.matcher(port).matches()) {
            throw failure(url, "invalid port " + GoSyntax.quote(port) + " after host");
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c < 0x80 && !Character.isLetterOrDigit(c) && HOST_CHARACTERS.indexOf(c) < 0) {
                throw failure(url, "invalid character " + GoSyntax.quote(String.valueOf(c)) + " in host name");
            }
        }
        return host;
    }

    private static Malformed failure(String url, String why) {
        return new Malformed("parse " + GoSyntax.quote(url) + ": " + why);
    }

    /** A text that is not a URL. */
    public static final class Malformed extends HcpException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** The host without brackets and port. */
    public String hostname() {
        String name = host.substring(0, host.length() - port().length());
        name = name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** The port, or nothing. */
    public String port() {
        int colon = host.lastIndexOf(':');
        return colon < 0 || colon < host.lastIndexOf(']') ? "" : host.substring(colon + 1);
    }

    /** The parameters; those that cannot be decoded are left out, as by Go. */
    public Map<String, List<String>> query() {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (pair.isEmpty()
                    || pair.indexOf(';') >= 0
                    || BAD_ESCAPE.matcher(pair).find()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters
                    .computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), unused -> new ArrayList<>())
                    .add(URLDecoder.decode(equals < 0 ? "" : pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
