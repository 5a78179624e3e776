package dev.hcp.api.validation.cel;

import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.hcp.api.validation.cel.FunctionLibrary.Overload;
import dev.hcp.api.validation.schema.GoUrl;

/** URLs and their parts. */
final class UrlFunctions {
    private static final CelType URL = OpaqueType.create("kubernetes.URL");
    private static final CelType QUERY = MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING));

    private UrlFunctions() {}

    static void addTo(FunctionLibrary library) {
        library.function(
                "url", Overload.global("string_to_url", URL, SimpleType.STRING, String.class, UrlFunctions::parse));
        library.function(
                "isURL",
                Overload.global("is_url_string", SimpleType.BOOL, SimpleType.STRING, String.class, GoUrl::isUrl));
        library.function(
                "getScheme", Overload.member("url_get_scheme", SimpleType.STRING, URL, GoUrl.class, GoUrl::scheme));
        library.function("getHost", Overload.member("url_get_host", SimpleType.STRING, URL, GoUrl.class, GoUrl::host));
        library.function(
                "getHostname",
                Overload.member("url_get_hostname", SimpleType.STRING, URL, GoUrl.class, GoUrl::hostname));
        library.function("getPort", Overload.member("url_get_port", SimpleType.STRING, URL, GoUrl.class, GoUrl::port));
        library.function(
                "getEscapedPath",
                Overload.member("url_get_escaped_path", SimpleType.STRING, URL, GoUrl.class, GoUrl::path));
        library.function("getQuery", Overload.member("url_get_query", QUERY, URL, GoUrl.class, GoUrl::query));
    }

    private static GoUrl parse(String text) {
        try {
            return GoUrl.parse(text);
        } catch (GoUrl.Malformed e) {
            throw new CelBadFormatException("URL parse error during conversion from string: " + e.getMessage());
        }
    }
}
