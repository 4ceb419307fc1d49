/** Reads the operations of a document, and makes requests of them, right and wrong ones. */
@NullMarked
@Room(mayUse = {"document"})
package io.github.bandwidthmessaging.contract.operation;

import io.github.bandwidthmessaging.check.Room;
import org.jspecify.annotations.NullMarked;
