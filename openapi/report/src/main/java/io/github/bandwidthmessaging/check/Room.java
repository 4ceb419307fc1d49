package io.github.bandwidthmessaging.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A package of the contract tests, and those that it may use; RoomsTest enforces it. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Room {
  /** The packages that this one may use. */
  String[] mayUse() default {};
}
