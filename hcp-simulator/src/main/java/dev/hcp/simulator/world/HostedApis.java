package dev.hcp.simulator.world;

import dev.hcp.platforms.ApiAccess;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.simulator.transport.ServedApis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Under which address and with which token the API servers of hosted clusters are reached: all through the simulator's
 * own, below {@code /guests}. Thread-safe.
 */
public final class HostedApis {
    private final KeyMaterial keyMaterial;
    private volatile String url;
    private volatile String certificateAuthority;

    /**
     * @param url address of the simulator, without a slash at the end
     * @param certificateAuthority PEM of the authority that signed its certificate
     */
    public HostedApis(KeyMaterial keyMaterial, String url, String certificateAuthority) {
        this.keyMaterial = keyMaterial;
        this.url = url;
        this.certificateAuthority = certificateAuthority;
    }

    /** Sets the address, for hosted clusters whose credentials are written from now on. */
    public void servedAt(String newUrl, String newCertificateAuthority) {
        url = newUrl;
        certificateAuthority = newCertificateAuthority;
    }

    /** How the API server of a hosted cluster is reached, by namespace and name of the HostedCluster. */
    public ApiAccess access(String namespace, String name) {
        return new ApiAccess(url + ServedApis.guestPath(namespace, name), certificateAuthority, token(namespace, name));
    }

    /** Whether a token is that of the hosted cluster's administrator. */
    public boolean accepts(String namespace, String name, String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), token(namespace, name).getBytes(StandardCharsets.UTF_8));
    }

    private String token(String namespace, String name) {
        return HexFormat.of().formatHex(keyMaterial.bytes("hosted-api-token/" + namespace + "/" + name, 20));
    }
}
