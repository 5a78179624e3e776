/**
 * A management cluster per JUnit 5 test: annotate with {@link dev.hcp.testkit.HcpTest} and take what you need as a
 * parameter.
 */
@NullMarked
package dev.hcp.testkit;

import org.jspecify.annotations.NullMarked;
