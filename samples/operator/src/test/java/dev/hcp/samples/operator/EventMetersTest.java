package dev.hcp.samples.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class EventMetersTest {
    @Test
    void events_are_counted_whether_they_tell_an_action_or_not() {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        metrics.config().meterFilter(RunCommand.sameTagsOnEvents());

        metrics.counter("events.received", "event", "ResourceEvent", "action", "ADDED")
                .increment();
        metrics.counter("events.received", "event", "Event").increment(2);

        assertThat(metrics.scrape())
                .contains("events_received_total{action=\"ADDED\",event=\"ResourceEvent\"} 1.0")
                .contains("events_received_total{action=\"\",event=\"Event\"} 2.0");
    }
}
