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
    Code name,
    Code asyncName,
    Javadoc javadoc,
    boolean deprecated,
    List<Code> annotations,
    List<Parameter> parameters,
    Code returned,
    List<Type> types,
    boolean text) {

  /** The type of a list that travels as one value. */
  static final Code DELIMITED = Code.of("Delimited");

  static final Code MULTIPART = Code.of("@Multipart");

  static final Code BODY = Code.of("@Body");

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
            .anyMatch(p -> !p.annotation().equals(BODY) && !p.type().equals(Type.text().java()));
  }

  record Parameter(
      Code annotation, Code type, Code name, boolean required, Javadoc javadoc, boolean last) {

    /** The type with its nullness. */
    Code declared() {
      return required ? type : type.orNull();
    }

    Parameter named(Code newName, boolean nowLast) {
      return new Parameter(annotation, type, newName, required, javadoc, nowLast);
    }
  }

  OperationView named(Code newName, Code newAsyncName) {
    return new OperationView(
        newName, newAsyncName, javadoc, deprecated, annotations, parameters, returned, types, text);
  }
}
