/**
 * Tests that hold the client, the document, and Bandwidth's documentation against each other. Each
 * package below this one is a {@link Room}.
 */
@NullMarked
package io.github.bandwidthmessaging.contract;

import org.jspecify.annotations.NullMarked;
