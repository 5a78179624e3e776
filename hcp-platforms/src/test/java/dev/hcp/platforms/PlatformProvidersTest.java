package dev.hcp.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformProvidersTest {
    @Test
    void the_platforms_on_the_class_path_are_found_by_type() {
        PlatformProviders providers = PlatformProviders.load();

        assertThat(providers.platformTypes()).contains("None");
        assertThat(providers.get("None").controlPlanePlatformType()).isEqualTo("None");
    }

    @Test
    void a_platform_without_a_provider_is_an_error_that_names_those_there_are() {
        PlatformProviders providers = PlatformProviders.of(List.of(() -> "Desktop"));

        assertThat(providers.find("Mainframe")).isEmpty();
        assertThatThrownBy(() -> providers.get("Mainframe"))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("\"Mainframe\"")
                .hasMessageContaining("[Desktop]");
    }

    @Test
    void two_providers_for_one_platform_are_refused() {
        assertThatThrownBy(() -> PlatformProviders.of(List.of(() -> "Desktop", () -> "Desktop")))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("two providers for platform type Desktop");
    }
}
