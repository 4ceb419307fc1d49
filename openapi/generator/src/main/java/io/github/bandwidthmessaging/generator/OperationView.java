package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API template reads.
 *
 * @param checks the method that checks the arguments, if they have limits
 * @param annotations the method's Retrofit annotations, the request line first
 * @param types what is converted to JSON or text, or from it
 * @param text whether plain text is sent or returned
 * @param overload whether it differs from the method before only by sending no body
 */
record OperationView(
    String name,
    String asyncName,
    String checks,
    String javadoc,
    boolean deprecated,
    List<String> annotations,
    List<Parameter> parameters,
    String returned,
    List<Type> types,
    boolean text,
    boolean overload) {

  /** Stands for no Retrofit annotation; the full name, because schemas are often called Tag. */
  static final String TAG = "@retrofit2.http.Tag";

  /** Whether Retrofit is to convert anything but JSON bodies. */
  boolean converts() {
    return text || path() || parameters.stream().anyMatch(Parameter::converted);
  }

  /** Whether a parameter in the path is written by us. */
  boolean path() {
    return parameters.stream().anyMatch(p -> p.annotation().contains("InPath"));
  }

  record Parameter(
      String annotation,
      String type,
      String wireName,
      String name,
      boolean required,
      String javadoc,
      @Nullable Schema<?> schema,
      boolean last) {

    /** What has no limits, or has them checked elsewhere. */
    Parameter(String annotation, String type, String name, boolean required, String javadoc) {
      this(annotation, type, name, name, required, javadoc, null, false);
    }

    private boolean converted() {
      return !annotation.equals("@Body") && !annotation.equals(TAG) && !type.equals("String");
    }

    /** The type with its nullness, which for a nested class stands before the last name. */
    String declared() {
      if (required) {
        return type;
      }
      int nested = type.startsWith("List<") ? -1 : type.lastIndexOf('.');
      return type.substring(0, nested + 1) + "@Nullable " + type.substring(nested + 1);
    }

    Parameter named(String newName, boolean nowLast) {
      return new Parameter(
          annotation, type, wireName, newName, required, javadoc, schema, nowLast);
    }
  }

  OperationView named(String newName, String newAsyncName) {
    return new OperationView(
        newName,
        newAsyncName,
        checks,
        javadoc,
        deprecated,
        annotations,
        parameters,
        returned,
        types,
        text,
        overload);
  }
}
