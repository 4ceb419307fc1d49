/** What is measured: this client, and its alternatives. Uses no other package here. */
@NullMarked
package io.github.bandwidthmessaging.benchmarks.contenders;

import org.jspecify.annotations.NullMarked;
