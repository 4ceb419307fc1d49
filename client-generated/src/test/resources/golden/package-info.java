// Generated from messaging.yaml by retrofit-moshi; do not edit.
/**
 * Bandwidth Messaging.
 *
 * <p>Sends SMS, picture messages (MMS) and group messages through Bandwidth's Messaging API,
 * version 2, stores their media files, and searches sent and received messages.
 *
 * <p>An accessor that is not marked as nullable can still return null if a response omits a
 * required property.
 */
@org.jspecify.annotations.NullMarked
package io.github.bandwidthmessaging.api;
