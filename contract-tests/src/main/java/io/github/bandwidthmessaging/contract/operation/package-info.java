/** Reads the operations of a document, and makes valid and invalid requests for them. */
@NullMarked
@Room(mayUse = {"document"})
package io.github.bandwidthmessaging.contract.operation;

import io.github.bandwidthmessaging.check.Room;
import org.jspecify.annotations.NullMarked;
