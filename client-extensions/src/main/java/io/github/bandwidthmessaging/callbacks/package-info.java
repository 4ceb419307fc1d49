/** Takes the events that Bandwidth posts, and keeps what they say of each message. */
@NullMarked
package io.github.bandwidthmessaging.callbacks;

import org.jspecify.annotations.NullMarked;
