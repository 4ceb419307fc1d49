/** A Bandwidth for tests: no network beyond this machine, no Prism, nothing to install. */
@org.jspecify.annotations.NullMarked
package io.github.bandwidthmessaging.testing;
