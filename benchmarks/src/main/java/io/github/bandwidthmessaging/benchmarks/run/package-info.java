/**
 * Starts the contenders, each in its own JVM, and measures them. Uses {@code contenders} and {@code
 * report}.
 */
@NullMarked
package io.github.bandwidthmessaging.benchmarks.run;

import org.jspecify.annotations.NullMarked;
