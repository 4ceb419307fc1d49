/** Holds the document against Bandwidth's documentation, which is transcribed as data. */
@NullMarked
@Room(mayUse = {"document", "report"})
package io.github.bandwidthmessaging.contract.documentation;

import io.github.bandwidthmessaging.contract.Room;
import org.jspecify.annotations.NullMarked;
