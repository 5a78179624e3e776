package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Credentials in the form of a pull secret. Never shown. */
final class RegistryCredentials {
    private final JsonObject auths;

    /** @param pullSecret content of {@code .dockerconfigjson}; empty for none */
    RegistryCredentials(String pullSecret) {
        try {
            auths = pullSecret.isBlank()
                    ? JsonObject.EMPTY
                    : Json.parseObject(pullSecret).object("auths");
        } catch (RuntimeException e) {
            throw new HcpException("the pull secret is not JSON of the form {\"auths\": {\"host\": {\"auth\": ...}}}");
        }
    }

    /** User and password, in base64: those of the longest entry that the path of an image begins with. */
    Optional<String> basic(ImageName image) {
        String path = image.path();
        while (true) {
            Optional<String> found = entry(path);
            int slash = path.lastIndexOf('/');
            if (found.isPresent() || slash < 0) {
                return found;
            }
            path = path.substring(0, slash);
        }
    }

    private Optional<String> entry(String path) {
        JsonObject entry = auths.object(path);
        String auth = entry.text("auth");
        if (auth != null && !auth.isEmpty()) {
            return Optional.of(auth);
        }
        String user = entry.text("username");
        return user == null
                ? Optional.empty()
                : Optional.of(Base64.getEncoder()
                        .encodeToString((user + ":" + entry.text("password")).getBytes(StandardCharsets.UTF_8)));
    }
}
