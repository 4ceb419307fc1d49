/** Writes the measurements as a page and a plot. Uses no other package here. */
@NullMarked
package io.github.bandwidthmessaging.benchmarks.report;

import org.jspecify.annotations.NullMarked;
