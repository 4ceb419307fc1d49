/** Tests that hold the client, the document and Bandwidth's documentation against each other. */
@NullMarked
package io.github.bandwidthmessaging.contract;

import org.jspecify.annotations.NullMarked;
