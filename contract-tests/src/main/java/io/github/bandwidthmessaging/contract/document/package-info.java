/** Reads, lints, compares, and mutates the OpenAPI document. */
@NullMarked
@Room(mayUse = {"node", "report"})
package io.github.bandwidthmessaging.contract.document;

import io.github.bandwidthmessaging.contract.Room;
import org.jspecify.annotations.NullMarked;
