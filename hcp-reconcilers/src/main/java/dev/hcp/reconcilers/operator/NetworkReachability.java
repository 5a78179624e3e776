package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.Reachability;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Asks the network of the machine the operator runs on. Certificates are not checked: what is asked is whether somebody
 * answers, and nothing secret is sent. Thread-safe.
 */
final class NetworkReachability implements Reachability {
    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();

    private final SSLContext tls = trusting();

    @Override
    public Optional<String> healthProblem(String namespace, String host, long port) {
        boolean service = host.indexOf('.') < 0 && host.indexOf(':') < 0;
        String address = service ? host + "." + namespace + ".svc" : host.contains(":") ? "[" + host + "]" : host;
        String url = "https://" + address + ":" + port + "/healthz";
        try {
            HttpsURLConnection connection = (HttpsURLConnection) new URL(url).openConnection();
            connection.setSSLSocketFactory(tls.getSocketFactory());
            connection.setHostnameVerifier((name, session) -> true);
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK
                        ? Optional.empty()
                        : Optional.of("APIServer endpoint " + host + " is not healthy");
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Optional.of("Get \"" + url + "\": " + e);
        }
    }

    @Override
    public Optional<String> resolutionProblem(String host) {
        try {
            InetAddress.getAllByName(host);
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("lookup " + host + ": no such host");
        }
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustEverybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new HcpException("this Java runtime has no TLS", e);
        }
    }

    private static final class TrustEverybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
