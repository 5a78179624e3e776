package dev.hcp.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class (or one test method) an in-memory management cluster of its own, in virtual time.
 *
 * <p>Test methods take any of these as parameters: {@link dev.hcp.simulator.Simulator}, {@link
 * dev.hcp.client.HcpClient}, {@link io.fabric8.kubernetes.client.KubernetesClient}, {@link
 * dev.hcp.simulator.Timeline}. All are closed after the test. The client's waits let virtual time pass, so a test that
 * waits half an hour takes milliseconds.
 *
 * <p>When a test fails, the seed and the timeline of hosted clusters, node pools and machines are published as report
 * entries of the test.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(HcpExtension.class)
public @interface HcpTest {
    /**
     * Seed of everything random in the simulated cluster. The same seed gives the same history. The system property
     * {@code hcp.seed} overrides it.
     */
    long seed() default 1;
}
