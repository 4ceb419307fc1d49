/** Reads, lints, compares, and mutates the OpenAPI document. */
@NullMarked
@Room(mayUse = "node")
package io.github.bandwidthmessaging.check.document;

import io.github.bandwidthmessaging.check.Room;
import org.jspecify.annotations.NullMarked;
