// Generated from messaging.yaml by retrofit-moshi; do not edit.
/**
 * Bandwidth Messaging.
 *
 * <p>Sends SMS, picture messages (MMS) and group messages through Bandwidth's Messaging API,
 * version 2, keeps the media files that they refer to, and searches messages that were sent or
 * received. Transcribed by hand from Bandwidth's documentation page "Send SMS or MMS Messages" and
 * from what else Bandwidth has published; limits that the page does not state name their source.
 *
 * <p>An accessor that is not marked as nullable can still return null if a response omits a
 * required property.
 */
@org.jspecify.annotations.NullMarked
package io.github.bandwidthmessaging.api;
