/** Programs to copy from: each shows one task, with the public API only, and is run in a test. */
@NullMarked
package io.github.bandwidthmessaging.examples;

import org.jspecify.annotations.NullMarked;
