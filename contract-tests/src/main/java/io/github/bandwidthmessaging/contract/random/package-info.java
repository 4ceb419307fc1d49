/** Sends random requests that the client, the document, and Prism must judge alike. */
@NullMarked
@Room(mayUse = {"node", "report", "document", "operation", "service"})
package io.github.bandwidthmessaging.contract.random;

import io.github.bandwidthmessaging.check.Room;
import org.jspecify.annotations.NullMarked;
