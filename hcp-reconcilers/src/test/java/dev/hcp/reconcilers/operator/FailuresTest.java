package dev.hcp.reconcilers.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.reconcilers.ObjectKey;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final ObjectKey DEMO = new ObjectKey("clusters", "demo");
    private static final ObjectKey OTHER = new ObjectKey("clusters", "other");

    private final Failures failures = new Failures();

    @Test
    void a_failure_is_news_once_until_it_is_another_one() {
        assertThat(failures.isNews(DEMO, "there are still machines")).isTrue();
        assertThat(failures.isNews(DEMO, "there are still machines")).isFalse();
        assertThat(failures.isNews(OTHER, "there are still machines")).isTrue();
        assertThat(failures.isNews(DEMO, "the server is away")).isTrue();
    }

    @Test
    void an_end_of_failures_is_told_once_and_what_fails_after_it_is_news() {
        assertThat(failures.isRecovery(DEMO)).isFalse();
        failures.isNews(DEMO, "the server is away");

        assertThat(failures.isRecovery(DEMO)).isTrue();
        assertThat(failures.isRecovery(DEMO)).isFalse();
        assertThat(failures.isNews(DEMO, "the server is away")).isTrue();
    }
}
