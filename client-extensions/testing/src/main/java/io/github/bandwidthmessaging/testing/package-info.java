/** A fake of Bandwidth's Messaging API for tests, which needs nothing outside the JVM. */
@org.jspecify.annotations.NullMarked
package io.github.bandwidthmessaging.testing;
