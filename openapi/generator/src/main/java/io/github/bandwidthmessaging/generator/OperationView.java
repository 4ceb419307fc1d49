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

    /** The type with its nullness, which for a nested class stands before the last name. */
    String declared() {
      if (required) {
        return type;
      }
      int nested = type.startsWith("List<") ? -1 : type.lastIndexOf('.');
      return type.substring(0, nested + 1) + "@Nullable " + type.substring(nested + 1);
    }

    Parameter named(String newName, boolean nowLast) {
      return new Parameter(annotation, type, newName, required, javadoc, nowLast);
    }
  }

  OperationView named(String newName, String newAsyncName) {
    return new OperationView(
        newName, newAsyncName, javadoc, deprecated, annotations, parameters, returned);
  }
}
