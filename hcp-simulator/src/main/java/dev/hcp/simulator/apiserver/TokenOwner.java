package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.access.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose a token is.
 *
 * @param user who; null when the token is not good
 * @param audiences of those who wanted to know, whom the token is meant for
 * @param problem what is wrong with the token; empty when it is good
 */
record TokenOwner(@Nullable User user, List<String> audiences, String problem) {
    static TokenOwner of(User user, List<String> audiences) {
        return new TokenOwner(user, audiences, "");
    }

    static TokenOwner refused(String problem) {
        return new TokenOwner(null, List.of(), problem);
    }
}
