/** Checks an edit of the document and reports everything at once, or accepts it. */
@NullMarked
@Room(mayUse = {"document", "documentation", "report"})
package io.github.bandwidthmessaging.check.edit;

import io.github.bandwidthmessaging.check.Room;
import org.jspecify.annotations.NullMarked;
