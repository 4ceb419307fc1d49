package io.github.bandwidthmessaging.generator;

import java.util.List;

/**
 * What the API template reads.
 *
 * @param annotations the method's Retrofit annotations, the request line first
 * @param types what is converted to JSON or text, or from it
 * @param text whether plain text is sent or returned
 */
record OperationView(
    String name,
    String asyncName,
    String javadoc,
    boolean deprecated,
    List<String> annotations,
    List<Parameter> parameters,
    String returned,
    List<Type> types,
    boolean text) {

  /** The type of a list that travels as one value. */
  static final String DELIMITED = "Delimited";

  static final String MULTIPART = "@Multipart";

  /** Whether a parameter takes a list as one delimited value. */
  boolean delimited() {
    return parameters.stream().anyMatch(p -> p.type().equals(DELIMITED));
  }

  boolean multipart() {
    return annotations.contains(MULTIPART);
  }

  /** Whether anything but JSON bodies and texts is sent or returned. */
  boolean converts() {
    return text
        || parameters.stream()
            .anyMatch(p -> !p.annotation().equals("@Body") && !p.type().equals("String"));
  }

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
        newName, newAsyncName, javadoc, deprecated, annotations, parameters, returned, types, text);
  }
}
