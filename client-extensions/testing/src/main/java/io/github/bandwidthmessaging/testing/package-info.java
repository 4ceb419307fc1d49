/**
 * A fake of Bandwidth's Messaging API for tests, which needs nothing outside the JVM; artifact
 * {@code bandwidth-messaging-testing}.
 */
@org.jspecify.annotations.NullMarked
package io.github.bandwidthmessaging.testing;
