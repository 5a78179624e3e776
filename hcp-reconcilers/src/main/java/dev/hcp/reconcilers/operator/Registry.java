package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from image registries by the distribution API: the part of it that a release takes, manifests and blobs. Thread-safe.
 */
final class Registry {
    private static final int LARGEST_DOCUMENT = 8 << 20;
    /** A cluster's releases are in few repositories. */
    private static final int LAST_REPOSITORIES = 64;
    /** How often the time for the beginning of an answer its body may take. */
    private static final int BODY_TAKES = 4;

    private static final String ACCEPT = "application/vnd.oci.image.index.v1+json,"
            + "application/vnd.docker.distribution.manifest.list.v2+json,application/vnd.oci.image.manifest.v1+json,"
            + "application/vnd.docker.distribution.manifest.v2+json";
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final HttpClient http;
    private final String pullSecret;
    private final Duration timeout;
    private final Set<String> plainHttp;
    /** What to show a repository, once it has told what it wants. */
    private final Recent<String, String> authorizations = new Recent<>(LAST_REPOSITORIES);

    /** A manifest and its digest. */
    record Manifest(String digest, JsonObject content) {
        boolean isList() {
            return content.get("manifests") != null;
        }
    }

    /** @param pullSecret content of {@code .dockerconfigjson}; empty for none */
    Registry(HttpClient http, String pullSecret, Duration timeout, Set<String> plainHttp) {
        this.http = http;
        this.pullSecret = pullSecret;
        this.timeout = timeout;
        this.plainHttp = plainHttp;
    }

    /** @throws ReleaseNotFoundException when there is none, or it cannot be had; the message says why */
    Manifest manifest(ImageName image) {
        byte[] body = document(image, "manifests/" + image.reference(), ACCEPT);
        String digest = digest(body);
        if (image.isByDigest() && !digest.equals(image.reference())) {
            throw problem(image, "the registry answered another manifest, " + digest);
        }
        return new Manifest(digest, parse(image, body));
    }

    /** A blob that is a JSON document, such as the configuration of an image. */
    JsonObject json(ImageName image, String digest) {
        byte[] body = document(image, "blobs/" + digest, "*/*");
        if (!digest(body).equals(digest)) {
            throw problem(image, "blob " + digest + " was damaged on its way");
        }
        return parse(image, body);
    }

    /** A blob as a stream, such as a layer, which fails at its end if it is another; the caller closes it. */
    InputStream blob(ImageName image, String digest) {
        return new VerifiedStream(get(image, "blobs/" + digest, "*/*"), sha256(), digest);
    }

    private static final class VerifiedStream extends DigestInputStream {
        private final String expected;
        private boolean ended;

        VerifiedStream(InputStream in, MessageDigest digest, String expected) {
            super(in, digest);
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            return verified(super.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return verified(super.read(buffer, offset, length));
        }

        private int verified(int read) throws IOException {
            // The digest is there once: asked again at the end, it would be that of nothing.
            if (read < 0 && !ended) {
                ended = true;
                String actual =
                        "sha256:" + HexFormat.of().formatHex(getMessageDigest().digest());
                if (!actual.equals(expected)) {
                    throw new IOException("it was damaged on its way");
                }
            }
            return read;
        }
    }

    private byte[] document(ImageName image, String what, String accept) {
        try (InputStream in = get(image, what, accept)) {
            byte[] body = in.readNBytes(LARGEST_DOCUMENT + 1);
            if (body.length > LARGEST_DOCUMENT) {
                throw problem(image, what + " is larger than " + LARGEST_DOCUMENT + " bytes");
            }
            return body;
        } catch (IOException e) {
            throw problem(image, what + " broke off: " + e.getMessage());
        }
    }

    private JsonObject parse(ImageName image, byte[] body) {
        try {
            return Json.parseObject(new String(body, StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            throw problem(image, "the registry answered something else than JSON");
        }
    }

    private InputStream get(ImageName image, String what, String accept) {
        String scheme = plainHttp.contains(image.host()) ? "http" : "https";
        URI address = URI.create(scheme + "://" + image.host() + "/v2/" + image.repository() + "/" + what);
        HttpResponse<InputStream> answer = send(image, address, accept, authorizations.get(image.path()));
        if (answer.statusCode() == HttpURLConnection.HTTP_UNAUTHORIZED) {
            close(answer);
            String authorization = authorize(image, answer);
            authorizations.put(image.path(), authorization);
            answer = send(image, address, accept, Optional.of(authorization));
        }
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            String body = text(answer);
            throw problem(image, reason(answer.statusCode(), what, body));
        }
        return new TimedStream(answer.body(), timeout.multipliedBy(BODY_TAKES));
    }

    private String reason(int status, String what, String body) {
        String detail = body.isEmpty() ? "" : ": " + body;
        return switch (status) {
            case HttpURLConnection.HTTP_NOT_FOUND -> "the registry does not have " + what + detail;
            case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN ->
                "the registry refuses " + what + "; see whether the pull secret has an entry for it that is valid"
                        + detail;
            case 429 -> "the registry has been asked too often; it is asked again later" + detail;
            default -> "the registry answered " + status + " to " + what + detail;
        };
    }

    private RegistryCredentials credentials(ImageName image) {
        try {
            return new RegistryCredentials(pullSecret);
        } catch (HcpException e) {
            throw problem(image, String.valueOf(e.getMessage()));
        }
    }

    /** Answers a challenge: with the password itself, or with a token that another server gives for it. */
    private String authorize(ImageName image, HttpResponse<?> refusal) {
        String challenge = refusal.headers().firstValue("WWW-Authenticate").orElse("");
        Optional<String> basic = credentials(image).basic(image);
        if (challenge.regionMatches(true, 0, "Basic", 0, 5)) {
            return "Basic "
                    + basic.orElseThrow(() -> problem(
                            image,
                            "the registry wants a password, and the pull secret has no entry for " + image.host()));
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher each = PARAMETER.matcher(challenge);
        while (each.find()) {
            parameters.put(each.group(1), each.group(2));
        }
        String realm = parameters.get("realm");
        if (!challenge.regionMatches(true, 0, "Bearer", 0, 6) || realm == null) {
            throw problem(image, "the registry wants an authorization of an unknown kind: " + challenge);
        }
        String scope = parameters.getOrDefault("scope", "repository:" + image.repository() + ":pull");
        URI address = URI.create(realm + (realm.contains("?") ? "&" : "?") + "scope=" + encode(scope) + "&service="
                + encode(parameters.getOrDefault("service", "")));
        if (!address.getScheme().equals("https") && !plainHttp.contains(image.host())) {
            throw problem(image, "the registry names " + realm + " for tokens, and no password goes there unencrypted");
        }
        HttpResponse<InputStream> answer =
                send(image, address, "application/json", basic.map(password -> "Basic " + password));
        String body = text(answer);
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw problem(
                    image,
                    "the server that gives tokens for the registry, " + address.getHost() + ", answered "
                            + answer.statusCode()
                            + (basic.isEmpty()
                                    ? "; the pull secret has no entry for " + image.host()
                                    : "; see whether the pull secret's entry is valid"));
        }
        JsonObject token = parse(image, body.getBytes(StandardCharsets.UTF_8));
        String given = token.text("token") != null ? token.text("token") : token.text("access_token");
        if (given == null) {
            throw problem(image, "the server that gives tokens for the registry gave none");
        }
        return "Bearer " + given;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<InputStream> send(
            ImageName image, URI address, String accept, Optional<String> authorization) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(timeout).header("Accept", accept);
        authorization.ifPresent(value -> request.header("Authorization", value));
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            int status = answer.statusCode();
            Optional<String> location = answer.headers().firstValue("Location");
            if (status >= 300 && status < 400 && location.isPresent()) {
                close(answer);
                // Elsewhere, and without the authorization, which is for the registry alone.
                return http.send(
                        HttpRequest.newBuilder(address.resolve(location.get()))
                                .timeout(timeout)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
            }
            return answer;
        } catch (HttpTimeoutException e) {
            throw problem(image, address.getAuthority() + " has not answered for " + timeout.toSeconds() + " s");
        } catch (IOException e) {
            throw problem(image, address.getAuthority() + " cannot be reached: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem(image, "the look-up was interrupted");
        }
    }

    private static String text(HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            return new String(in.readNBytes(LARGEST_DOCUMENT), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException e) {
            // It was of no interest.
        }
    }

    static ReleaseNotFoundException problem(ImageName image, String reason) {
        return new ReleaseNotFoundException("image " + image + " cannot be read: " + reason);
    }

    private static String digest(byte[] body) {
        return "sha256:" + HexFormat.of().formatHex(sha256().digest(body));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
