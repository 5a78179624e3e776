package dev.hcp.simulator.world.capi;

import dev.hcp.api.names.Naming;
import dev.hcp.simulator.kernel.ActorContext;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Names of objects that Kubernetes generates: a base, a dash and five random characters. */
final class RandomNames {
    private static final int SUFFIX = 5;
    private static final int MAXIMUM_BASE = 57;

    private RandomNames() {}

    /**
     * A name that is not taken, and hardly one that was: what comes later gets other names.
     *
     * @param purpose what it is for: an equal purpose at the same time gives the same names in the same order
     */
    static String generate(String base, String purpose, ActorContext<?> context, Predicate<String> taken) {
        String cut = base.length() > MAXIMUM_BASE ? base.substring(0, MAXIMUM_BASE) : base;
        RandomGenerator random = context.random(purpose + "/" + context.now());
        while (true) {
            StringBuilder name = new StringBuilder(cut).append('-');
            for (int i = 0; i < SUFFIX; i++) {
                name.append(Naming.SUFFIX_ALPHABET.charAt(random.nextInt(Naming.SUFFIX_ALPHABET.length())));
            }
            if (!taken.test(name.toString())) {
                return name.toString();
            }
        }
    }
}
