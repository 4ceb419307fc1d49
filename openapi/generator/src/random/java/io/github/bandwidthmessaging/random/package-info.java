/** Random input that the tests of several modules share. Each of them compiles it. */
package io.github.bandwidthmessaging.random;
