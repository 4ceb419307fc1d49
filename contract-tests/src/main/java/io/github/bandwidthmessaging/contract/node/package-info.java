/** Runs Node.js and installs the packages from npm. */
@NullMarked
@Room
package io.github.bandwidthmessaging.contract.node;

import io.github.bandwidthmessaging.contract.Room;
import org.jspecify.annotations.NullMarked;
