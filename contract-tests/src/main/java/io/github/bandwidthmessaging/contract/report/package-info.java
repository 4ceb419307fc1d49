/** Collects what the tests found and writes the contract report. */
@NullMarked
@Room
package io.github.bandwidthmessaging.contract.report;

import io.github.bandwidthmessaging.contract.Room;
import org.jspecify.annotations.NullMarked;
