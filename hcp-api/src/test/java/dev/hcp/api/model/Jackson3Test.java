package dev.hcp.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class Jackson3Test {
    @Test
    void models_are_read_and_written_by_jackson_3_too() {
        String text =
                "{\"dns\":{\"baseDomain\":\"example.com\",\"baseDomainPrefix\":\"\"},\"fips\":\"perhaps\",\"networking\":"
                        + "{\"networkType\":\"Telepathy\"},\"nodeSelector\":{},\"novelty\":{\"deep\":[null,1,2.5]}}";
        JsonMapper mapper = JsonMapper.builder().build();
        HostedClusterSpec spec = mapper.readValue(text, HostedClusterSpec.class);
        assertThat(spec.getDns().getBaseDomain()).isEqualTo("example.com");
        assertThat(Json.parse(mapper.writeValueAsString(spec))).isEqualTo(Json.parse(text));
    }
}
