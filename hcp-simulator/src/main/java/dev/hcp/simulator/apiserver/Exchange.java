package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.MetadataValidation;
import dev.hcp.simulator.apiserver.access.AccessRequest;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.apiserver.protobuf.ProtobufObjects;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way to its answer. */
final class Exchange {
    private static final String OPTIONS_PREFIX_END = "Options";

    private final ApiRequest request;
    private Negotiation negotiation = Negotiation.PLAIN;
    private final List<String> segments;
    private AccessRequest access;
    private WritePermissions permissions = WritePermissions.UNLIMITED;
    private final List<String> warnings = new ArrayList<>();
    private @Nullable WriteContext context;

    /**
     * @param segments the decoded segments of the path
     * @param access what the request wants to do
     */
    Exchange(ApiRequest request, List<String> segments, AccessRequest access) {
        this.request = request;
        this.segments = segments;
        this.access = access;
    }

    /** The decoded segments of the path. */
    List<String> segments() {
        return segments;
    }

    /** Goes on as the user that the request is handled as. */
    void admitted(AccessRequest granted, WritePermissions writePermissions) {
        this.access = granted;
        this.permissions = writePermissions;
    }

    /** As whom the request is handled. */
    User user() {
        return access.user();
    }

    /** What the request wants to do. */
    AccessRequest access() {
        return access;
    }

    ApiRequest request() {
        return request;
    }

    Negotiation negotiation() {
        return negotiation;
    }

    /** Tells the client something besides the answer. */
    void warn(String text) {
        warnings.add(text);
    }

    /** Decides the form of the answer; until then it is plain JSON. */
    void negotiate(Negotiation.Endpoint endpoint) {
        negotiation = Negotiation.of(request, endpoint);
    }

    /** The context of a write, from the query parameters; kept, so that its warnings reach the answer. */
    WriteContext write(String verb, boolean apply) {
        List<FieldError> errors = new ArrayList<>();
        boolean dryRun = dryRun(request.query().getOrDefault("dryRun", List.of()), errors);
        String manager = request.parameter("fieldManager").orElse("");
        checkManager(manager, apply, errors);
        if (!apply && request.parameter("force").isPresent() && verb.equals("Patch")) {
            errors.add(FieldError.forbidden("force", "may not be specified for non-apply patch"));
        }
        String validation = request.parameter("fieldValidation").orElse("");
        WriteContext.FieldValidation mode =
                switch (validation) {
                    case "Ignore" -> WriteContext.FieldValidation.IGNORE;
                    case "Strict" -> WriteContext.FieldValidation.STRICT;
                    case "Warn", "" -> WriteContext.FieldValidation.WARN;
                    default -> {
                        errors.add(FieldError.notSupported(
                                "fieldValidation", validation, List.of("", "Ignore", "Strict", "Warn")));
                        yield WriteContext.FieldValidation.WARN;
                    }
                };
        if (!errors.isEmpty()) {
            throw Failures.invalidOptions(verb + OPTIONS_PREFIX_END, errors);
        }
        WriteContext made = new WriteContext(
                manager.isEmpty() ? managerOfAgent(request.header("user-agent")) : manager,
                mode,
                dryRun,
                permissions,
                request.body().length);
        context = made;
        return made;
    }

    /** The context of a deletion; kept, so that its warnings reach the answer. */
    WriteContext deletion(boolean dryRun) {
        WriteContext made = new WriteContext(
                managerOfAgent(request.header("user-agent")),
                WriteContext.FieldValidation.IGNORE,
                dryRun,
                permissions,
                0);
        context = made;
        return made;
    }

    static boolean dryRun(List<String> values, List<FieldError> errors) {
        if (values.isEmpty()) {
            return false;
        }
        for (String value : values) {
            if (!value.equals("All")) {
                errors.add(new FieldError(
                        "dryRun",
                        FieldError.Kind.NOT_SUPPORTED,
                        MetadataValidation.goStrings(values),
                        "supported values: \"All\""));
                return false;
            }
        }
        return true;
    }

    private static void checkManager(String manager, boolean apply, List<FieldError> errors) {
        if (apply && manager.isEmpty()) {
            errors.add(FieldError.required("fieldManager", "is required for apply patch"));
        }
        if (manager.getBytes(StandardCharsets.UTF_8).length > 128) {
            errors.add(FieldError.tooLong("fieldManager", 128));
        }
        for (int i = 0; i < manager.length(); i++) {
            char c = manager.charAt(i);
            if (Character.isISOControl(c)) {
                errors.add(FieldError.invalidLiteral(
                        "fieldManager",
                        GoSyntax.quote(manager),
                        String.format("invalid character U+%04X (at position %d)", (int) c, i)));
            }
        }
    }

    /** The name under which a client writes that does not give one: the first part of its User-Agent. */
    private static String managerOfAgent(Optional<String> agent) {
        String name = agent.orElse("");
        int slash = name.indexOf('/');
        name = slash < 0 ? name : name.substring(0, slash);
        StringBuilder printable = new StringBuilder();
        int bytes = 0;
        for (int c : name.codePoints().toArray()) {
            int length = new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
            if (Character.isISOControl(c) || bytes + length > 128) {
                break;
            }
            printable.appendCodePoint(c);
            bytes += length;
        }
        return printable.length() == 0 ? "unknown" : printable.toString();
    }

    /** An answer with an object of a built-in type as its body. */
    ApiResponse.Whole tree(int status, Object tree) {
        return tree(status, tree, FieldOrder.TYPED);
    }

    /** An answer with a tree as its body, fields in an order. */
    ApiResponse.Whole tree(int status, Object tree, GoJson order) {
        return tree(status, tree, order, negotiation);
    }

    private ApiResponse.Whole tree(int status, Object tree, GoJson order, Negotiation form) {
        if (form.protobuf()) {
            return body(status, form.format().mediaType(), message(tree));
        }
        String text;
        if (form.yaml()) {
            text = Yaml.write(tree);
        } else {
            text = form.pretty() ? order.writeIndented(tree) : order.write(tree) + "\n";
        }
        return body(status, form.format().mediaType(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] message(Object tree) {
        byte[] body = tree instanceof JsonObject object ? ProtobufObjects.body(object) : null;
        if (body == null) {
            throw Failures.notAcceptable(
                    String.valueOf(ProtobufObjects.notMarshalable().getMessage()), false);
        }
        return body;
    }

    /** An answer in indented JSON, whatever the client asks for. */
    ApiResponse.Whole raw(int status, Object tree, GoJson order) {
        return body(status, "application/json", order.writeIndented(tree).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] line(byte[] json) {
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    /** An answer with a body as it is. */
    ApiResponse.Whole body(int status, String contentType, byte[] body) {
        return new ApiResponse.Whole(status, headers(contentType), body);
    }

    /** An answer with a long body as it is. */
    ApiResponse pieces(int status, String contentType, List<byte[]> pieces) {
        return new ApiResponse.Pieces(status, headers(contentType), pieces);
    }

    /** An answer with text outside the API's own types. */
    static ApiResponse text(int status, String text) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", List.of("no-cache, private"));
        headers.put("Content-Type", List.of("text/plain; charset=utf-8"));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        return new ApiResponse.Whole(status, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, List<String>> headers(String contentType) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", List.of("no-cache, private"));
        headers.put("Content-Type", List.of(contentType));
        List<String> texts = new ArrayList<>(warnings);
        if (context != null) {
            texts.addAll(context.warnings());
        }
        List<String> said = WarningHeaders.of(texts);
        if (!said.isEmpty()) {
            headers.put("Warning", said);
        }
        return headers;
    }

    /** The answer to a request that was refused; in a form that the client takes, or else raw. */
    ApiResponse failure(ApiException refused) {
        ApiResponse.Whole answer = Negotiation.find(request, Negotiation.Endpoint.PLAIN)
                .map(form -> tree(refused.code(), refused.status(), FieldOrder.TYPED, form))
                .orElseGet(() -> raw(refused.code(), refused.status(), FieldOrder.TYPED));
        long seconds = refused.status().integer(0, "details", "retryAfterSeconds");
        if (seconds > 0) {
            answer.headers().put("Retry-After", List.of(Long.toString(seconds)));
        }
        return answer;
    }
}
