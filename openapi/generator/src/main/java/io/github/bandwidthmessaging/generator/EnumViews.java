package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.ModelView.EnumValue;
import io.github.bandwidthmessaging.generator.ModelView.EnumView;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Builds the views of enums for the templates. */
final class EnumViews {
  private final Schemas schemas;
  private final TypeMapper types;
  private final Unions unions;

  EnumViews(Schemas schemas, TypeMapper types, Unions unions) {
    this.schemas = schemas;
    this.types = types;
    this.unions = unions;
  }

  EnumView view(String name) {
    Schema<?> schema = schemas.component(name);
    Type base = types.ofEnumValues(name);
    List<EnumValue> values = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of("KNOWN"));
    List<?> raw = Schemas.enumValues(schema);
    Schemas.refuseMoreThan(2000, name, raw.size(), "values");
    for (Object value : raw) {
      String text = Schemas.text(value);
      Code literal = literal(text, base);
      values.add(
          new EnumValue(
              Code.name(Names.unique(schemas.options().constant(text), taken)),
              literal,
              Javadoc.phrase(Javadoc.span(text.isBlank() ? literal.toString() : text)),
              values.size(),
              values.size() == raw.size() - 1));
    }
    return new EnumView(
        Code.name(schemas.className(name)),
        Javadoc.of(schemas.description(schema, name)),
        base,
        values,
        unions.interfacesOf(name));
  }

  private static Code literal(String text, Type base) {
    if (base.isText()) {
      return Code.literal(text);
    }
    BigInteger number = new BigInteger(text);
    return base.is(Scalar.INTEGER)
        ? Code.of(number.intValueExact())
        : base.is(Scalar.LONG)
            ? Code.of(number.longValueExact())
            : Code.of("new %s(%s)", base.java(), Code.literal(text));
  }
}
