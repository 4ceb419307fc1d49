/**
 * Sends SMS, picture, and group messages through Bandwidth, each at most once. Start at {@link
 * io.github.bandwidthmessaging.MessagingClient}; artifact {@code
 * bandwidth-messaging-client-extensions}.
 */
@NullMarked
package io.github.bandwidthmessaging;

import org.jspecify.annotations.NullMarked;
