package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificate signing requests: who may write which part of them. */
class CertificateRequestsTest {
    private static final String PATH = "/apis/certificates.k8s.io/v1/certificatesigningrequests";
    private static final String REQUEST = Base64.getEncoder()
            .encodeToString("-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----\n"
                    .getBytes(StandardCharsets.US_ASCII));

    private final TestServer server = new TestServer();

    private static String request(String more) {
        return "{\"metadata\":{\"name\":\"c\"},\"spec\":{\"request\":\"" + REQUEST + "\",\"usages\":[\"client auth\"],"
                + "\"signerName\":\"example.com/signer\"" + more + "}}";
    }

    private static String condition(String type, String status) {
        return "{\"status\":{\"conditions\":[{\"type\":\"" + type + "\",\"status\":\"" + status
                + "\",\"reason\":\"R\"}]}}";
    }

    @Test
    void the_server_says_who_asks() {
        JsonObject created =
                server.post(PATH, request(",\"username\":\"somebody else\"")).body();
        assertThat(created.text("spec", "username")).isNotEqualTo("somebody else");
        assertThat(created.text("spec", "username")).isNotEmpty();
    }

    @Test
    void a_request_is_approved_through_its_own_sub_resource() {
        server.post(PATH, request(""));
        JsonObject approved = server.strategic(PATH + "/c/approval", condition("Approved", "True"))
                .body();
        JsonObject condition = approved.array("status", "conditions").object(0);
        assertThat(condition.text("type")).isEqualTo("Approved");
        assertThat(condition.text("lastUpdateTime")).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(condition.text("lastTransitionTime")).isEqualTo("2023-11-14T22:13:20Z");
    }

    @Test
    void the_status_cannot_approve_and_approval_cannot_be_taken_back() {
        server.post(PATH, request(""));
        assertThat(server.merge(PATH + "/c/status", condition("Approved", "True"))
                        .message())
                .isEqualTo(
                        "CertificateSigningRequest.certificates.k8s.io \"c\" is invalid: status.conditions: Forbidden: "
                                + "updates may not add a condition of type \"Approved\"");
        server.merge(PATH + "/c/approval", condition("Approved", "True"));
        assertThat(server.merge(PATH + "/c/approval", "{\"status\":{\"conditions\":null}}")
                        .message())
                .contains("updates may not remove a condition of type \"Approved\"");
    }

    @Test
    void the_certificate_comes_through_the_status_alone() {
        server.post(PATH, request(""));
        String certificate = "{\"status\":{\"certificate\":\"LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t\"}}";
        assertThat(server.merge(PATH + "/c/approval", certificate).body().text("status", "certificate"))
                .isNull();
        assertThat(server.merge(PATH + "/c/status", certificate).body().text("status", "certificate"))
                .isNotNull();
    }

    @Test
    void what_was_asked_for_stays() {
        server.post(PATH, request(""));
        assertThat(server.merge(PATH + "/c", "{\"spec\":{\"signerName\":\"example.com/other\"}}")
                        .body()
                        .text("spec", "signerName"))
                .isEqualTo("example.com/signer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "signerName":"plain"            | spec.signerName: Invalid value: "plain": must be a fully qualified domain and path of the form 'example.com/signer-name'
            "expirationSeconds":10          | spec.expirationSeconds: Invalid value: 10: may not specify a duration less than 600 seconds (10 minutes)
            "usages":null                   | spec.usages: Required value
            "request":"aGVsbG8="            | spec.request: Invalid value: []byte{0x68, 0x65, 0x6c, 0x6c, 0x6f}: PEM block type must be CERTIFICATE REQUEST
            """)
    void what_cannot_be_signed_is_refused(String spec, String complaint) {
        JsonObject whole = Json.parseObject(request(""));
        JsonObject changes = Json.parseObject("{" + spec + "}");
        for (String field : changes.keySet()) {
            whole = whole.withAt(changes.get(field), "spec", field);
        }
        assertThat(server.post(PATH, whole).message())
                .isEqualTo("CertificateSigningRequest.certificates.k8s.io \"c\" is invalid: " + complaint);
    }

    @Test
    void requests_are_selected_by_signer_and_printed_with_their_state() {
        server.post(PATH, request(",\"expirationSeconds\":3600"));
        server.merge(PATH + "/c/approval", condition("Approved", "True"));
        JsonObject table = server.get(
                        PATH + "?fieldSelector=spec.signerName%3Dexample.com/signer",
                        "Accept",
                        "application/json;as=Table;v=v1;g=meta.k8s.io")
                .body();
        assertThat(table.array("rows").object(0).array("cells"))
                .contains("c", "0s", "example.com/signer", "60m", "Approved");
    }
}
