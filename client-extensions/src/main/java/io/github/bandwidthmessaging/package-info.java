/** Sends SMS, picture and group messages through Bandwidth, each at most once. */
@NullMarked
package io.github.bandwidthmessaging;

import org.jspecify.annotations.NullMarked;
