package dev.hcp.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A validation rule in CEL on a member, or on every object of a type. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Rules.class)
public @interface Rule {
    /** The expression; {@code self} is the value. */
    String value();

    /** What the API server answers when the expression is false. */
    String message();
}
