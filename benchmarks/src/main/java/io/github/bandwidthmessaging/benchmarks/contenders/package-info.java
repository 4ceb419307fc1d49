/** What is measured: this client, and what users would take instead. Uses no other package here. */
@NullMarked
package io.github.bandwidthmessaging.benchmarks.contenders;

import org.jspecify.annotations.NullMarked;
