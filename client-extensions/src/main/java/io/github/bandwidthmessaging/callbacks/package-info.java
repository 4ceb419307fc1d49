/** Receives the events that Bandwidth posts, and follows the delivery of each message. */
@NullMarked
package io.github.bandwidthmessaging.callbacks;

import org.jspecify.annotations.NullMarked;
