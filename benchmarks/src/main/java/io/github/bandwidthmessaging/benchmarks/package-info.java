/** Measurements of the client beside what users would take instead. */
@NullMarked
package io.github.bandwidthmessaging.benchmarks;

import org.jspecify.annotations.NullMarked;
