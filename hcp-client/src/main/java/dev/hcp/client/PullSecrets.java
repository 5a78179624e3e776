package dev.hcp.client;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.platforms.OptionProblem;
import java.util.List;
import java.util.Optional;

/** Checks pull secrets, without ever telling what is in them. */
final class PullSecrets {
    private PullSecrets() {}

    static List<OptionProblem> problems(Optional<String> dockerConfigJson) {
        if (dockerConfigJson.isEmpty()) {
            return List.of(new OptionProblem("pullSecret", "is required"));
        }
        try {
            return Json.parseObject(dockerConfigJson.get()).containsKey("auths")
                    ? List.of()
                    : List.of(new OptionProblem("pullSecret", "has no member \"auths\""));
        } catch (JsonSyntaxException e) {
            // The parser's own message may quote the secret.
            return List.of(new OptionProblem("pullSecret", "is not JSON"));
        }
    }
}
