/** Collects test results and writes the contract report. */
@NullMarked
@Room
package io.github.bandwidthmessaging.check.report;

import io.github.bandwidthmessaging.check.Room;
import org.jspecify.annotations.NullMarked;
