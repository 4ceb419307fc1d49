package io.github.bandwidthmessaging.generator;

import java.util.List;

/**
 * What the API template reads.
 *
 * @param annotations the method's Retrofit annotations, the request line first
 */
record OperationView(
    String name,
    String asyncName,
    String javadoc,
    boolean deprecated,
    List<String> annotations,
    List<Parameter> parameters,
    String returned) {

  record Parameter(
      String annotation, String type, String name, boolean required, String javadoc, boolean last) {

    Parameter named(String newName, boolean nowLast) {
      return new Parameter(annotation, type, newName, required, javadoc, nowLast);
    }
  }

  OperationView named(String newName, String newAsyncName) {
    return new OperationView(
        newName, newAsyncName, javadoc, deprecated, annotations, parameters, returned);
  }
}
