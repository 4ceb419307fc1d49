package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of the API template.
 *
 * @param checks the method that checks the arguments, if they have limits
 * @param annotations the method's Retrofit annotations, the request line first
 * @param types what is converted to JSON or text, or from it
 * @param text whether plain text is sent or returned
 * @param overload whether it differs from the method before only by sending no body
 */
record OperationView(
    Code name,
    Code asyncName,
    Code checks,
    Javadoc javadoc,
    boolean deprecated,
    List<Code> annotations,
    List<Parameter> parameters,
    Code returned,
    List<Type> types,
    boolean text,
    boolean overload) {

  /** Not a Retrofit annotation; the full name, because schemas are often called Tag. */
  static final Code TAG = Code.of("@retrofit2.http.Tag");

  static final Code BODY = Code.of("@Body");

  /** Whether Retrofit must convert anything other than JSON bodies. */
  boolean converts() {
    return text || path() || parameters.stream().anyMatch(Parameter::converted);
  }

  /** Whether a parameter in the path is written by us. */
  boolean path() {
    return parameters.stream().anyMatch(p -> p.annotation().toString().contains("InPath"));
  }

  record Parameter(
      Code annotation,
      Code type,
      String wireName,
      Code name,
      boolean required,
      Javadoc javadoc,
      @Nullable Schema<?> schema,
      boolean last) {

    /** What has no limits, or has them checked elsewhere. */
    Parameter(Code annotation, Code type, String name, boolean required, Javadoc javadoc) {
      this(annotation, type, name, Code.name(name), required, javadoc, null, false);
    }

    private boolean converted() {
      return !annotation.equals(BODY)
          && !annotation.equals(TAG)
          && !type.equals(Type.text().java());
    }

    /** The type with its nullness. */
    Code declared() {
      return required ? type : optional();
    }

    Code optional() {
      return type.orNull();
    }

    Parameter named(Code newName, boolean nowLast) {
      return new Parameter(annotation, type, wireName, newName, required, javadoc, schema, nowLast);
    }
  }

  OperationView named(Code newName, Code newAsyncName) {
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
