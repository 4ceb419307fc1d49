/** Runs Node.js and installs the packages from npm. */
@NullMarked
@Room
package io.github.bandwidthmessaging.check.node;

import io.github.bandwidthmessaging.check.Room;
import org.jspecify.annotations.NullMarked;
