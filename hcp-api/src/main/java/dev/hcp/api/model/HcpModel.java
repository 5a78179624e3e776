package dev.hcp.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The one style of all model types: an interface of {@code get*} accessors that extends {@link Model} and nests a public
 * {@code Builder}; the generated class stays out of sight.
 *
 * <p>Attributes that may be absent are {@code @Nullable}, which is all of them but collections: nothing is mandatory while
 * decoding. What a server demands is said by the annotations of {@code dev.hcp.api.schema}. An empty list or map is not
 * written, unless the attribute is {@code @Nullable} and so tells empty from absent.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Value.Style(
        get = {"get*", "is*"},
        jdkOnly = true,
        depluralize = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        defaults = @Value.Immutable(copy = false))
public @interface HcpModel {}
