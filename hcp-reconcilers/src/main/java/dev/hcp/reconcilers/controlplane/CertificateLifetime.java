package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.GoDuration;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.Optional;

/**
 * How long certificates are valid and when they are made anew, as the environment of the control plane operator says.
 *
 * @param validity validity of certificates that are no authorities'
 * @param renewal how long before its end one is replaced
 */
record CertificateLifetime(Duration validity, Duration renewal) {
    private static final CertificateLifetime DEFAULT =
            new CertificateLifetime(Duration.ofDays(365), Duration.ofDays(30));
    private static final Duration LONGEST_LOOK_AWAY = Duration.ofDays(1);

    /** That of a control plane namespace. */
    static CertificateLifetime in(World world, String namespace) {
        Optional<JsonObject> operator = world.tree(Deployment.class, namespace, ControlPlane.OPERATOR_IMAGE);
        if (operator.isEmpty()) {
            return DEFAULT;
        }
        String validity = variable(operator.get(), "CERTIFICATE_VALIDITY");
        String renewal = variable(operator.get(), "CERTIFICATE_RENEWAL_PERCENTAGE");
        if (validity.isEmpty() && renewal.isEmpty()) {
            return DEFAULT;
        }
        Duration whole = validity.isEmpty()
                ? DEFAULT.validity
                : GoDuration.of(validity)
                        .parsed()
                        .orElseThrow(() -> new HcpException(
                                "the certificate validity \"" + validity + "\" is not a duration such as 24h"));
        return new CertificateLifetime(whole, renewal.isEmpty() ? DEFAULT.renewal : share(whole, renewal));
    }

    private static Duration share(Duration whole, String fraction) {
        try {
            return Duration.ofMillis(Math.round(whole.toMillis() * Double.parseDouble(fraction)));
        } catch (NumberFormatException e) {
            throw new HcpException(
                    "the certificate renewal percentage \"" + fraction + "\" is not a fraction such as 0.3", e);
        }
    }

    /** How often it must be looked whether certificates end. */
    Duration lookEvery() {
        Duration often = validity.dividedBy(20);
        return often.compareTo(LONGEST_LOOK_AWAY) < 0 ? often : LONGEST_LOOK_AWAY;
    }

    private static String variable(JsonObject deployment, String name) {
        for (Object item : deployment.array("spec", "template", "spec", "containers")) {
            if (item instanceof JsonObject container) {
                for (Object entry : container.array("env")) {
                    if (entry instanceof JsonObject variable && name.equals(variable.text("name"))) {
                        return ControlPlane.text(variable, "value");
                    }
                }
            }
        }
        return "";
    }
}
