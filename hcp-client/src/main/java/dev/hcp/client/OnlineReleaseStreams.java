package dev.hcp.client;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonSyntaxException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the public release controllers. */
final class OnlineReleaseStreams implements ReleaseStreams {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String newest(String stream) {
        String architecture = stream.contains("multi") ? "multi" : "amd64";
        URI address = URI.create("https://" + architecture + ".ocp.releases.ci.openshift.org/api/v1/releasestream/"
                + URLEncoder.encode(stream, StandardCharsets.UTF_8) + "/latest");
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            String image =
                    answer.statusCode() == 200 ? Json.parseObject(answer.body()).text("pullSpec") : null;
            if (image == null || image.isEmpty()) {
                throw new HcpException("cannot look up release stream " + stream + ": " + address + " answers "
                        + answer.statusCode() + " and no release; check the stream's name or give a release image");
            }
            return image;
        } catch (IOException | JsonSyntaxException e) {
            throw new HcpException(
                    "cannot look up release stream " + stream + " at " + address.getHost()
                            + ": no usable answer; give a release image instead",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while looking up release stream " + stream, e);
        }
    }
}
