/** The generator {@code retrofit-moshi}: the decisions behind the templates. */
@org.jspecify.annotations.NullMarked
package io.github.bandwidthmessaging.generator;
