/** Sends messages to Prism as a mock, to Prism as a proxy, and to Bandwidth. */
@NullMarked
@Room(mayUse = {"node", "report", "document", "documentation", "operation"})
package io.github.bandwidthmessaging.contract.service;

import io.github.bandwidthmessaging.check.Room;
import org.jspecify.annotations.NullMarked;
