/**
 * The generator {@code retrofit-moshi}: what our templates need to know and Mustache cannot decide.
 */
@org.jspecify.annotations.NullMarked
package io.github.bandwidthmessaging.generator;
