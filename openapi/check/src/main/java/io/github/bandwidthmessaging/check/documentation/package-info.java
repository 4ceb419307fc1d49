/** Compares the document with Bandwidth's documentation, which is transcribed as data. */
@NullMarked
@Room(mayUse = {"document", "report"})
package io.github.bandwidthmessaging.check.documentation;

import io.github.bandwidthmessaging.check.Room;
import org.jspecify.annotations.NullMarked;
