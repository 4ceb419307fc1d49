/**
 * Checks {@code openapi/messaging.yaml} against Bandwidth's documentation and its own rules,
 * without a compiled client. Each package below this one is a {@link Room}.
 */
@NullMarked
package io.github.bandwidthmessaging.check;

import org.jspecify.annotations.NullMarked;
