package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.OperationView.Parameter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter.StyleEnum;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** The operations of a document as Retrofit methods. */
final class Operations {

  private static final Set<String> WITH_BODY = Set.of("PATCH", "POST", "PUT");
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
  private static final Set<String> RETROFIT_METHODS =
      Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  private static final Code RESPONSE_BODY = Code.of("ResponseBody");

  private final OpenAPI document;
  private final Schemas schemas;
  private final TypeMapper types;

  Operations(OpenAPI document, Schemas schemas, TypeMapper types) {
    this.document = document;
    this.schemas = schemas;
    this.types = types;
  }

  OperationView view(String id, String path, String httpMethod, Operation operation) {
    return new Draft(id, path, httpMethod, operation).view();
  }

  /** One method, as it takes shape. */
  private final class Draft {
    private final String id;
    private final Operation operation;
    private final String method;

    /** The place in messages. */
    private final String where;

    // Retrofit wants the path's parameters before those of the query.
    private final List<Parameter> inPath = new ArrayList<>();
    private final List<Parameter> required = new ArrayList<>();
    private final List<Parameter> optional = new ArrayList<>();
    private final List<Code> annotations = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final List<Type> used = new ArrayList<>();
    private String retrofitPath;
    private boolean text;

    Draft(String id, String path, String httpMethod, Operation operation) {
      this.id = id;
      this.operation = operation;
      this.method = httpMethod.toUpperCase(Locale.ROOT);
      this.where = method + " " + path;
      this.retrofitPath = relative(path);
    }

    OperationView view() {
      addParameters();
      boolean hasBody = addBody();
      Code returned = returned();
      annotations.add(0, request(hasBody));
      if (!headers.isEmpty()) {
        annotations.add(
            headers.size() == 1
                ? Code.of("@Headers(%s)", Code.literal(headers.get(0)))
                : Code.of(
                    "@Headers({%s})",
                    Code.join(", ", headers.stream().map(Code::literal).toList())));
      }
      return new OperationView(
          Code.name(schemas.options().operation(id)),
          Code.name(schemas.options().operation(id) + "Async"),
          javadoc(operation, id),
          Boolean.TRUE.equals(operation.getDeprecated()),
          annotations,
          unique(Stream.of(inPath, required, optional).flatMap(List::stream).toList()),
          returned,
          used,
          text);
    }

    private Code request(boolean hasBody) {
      Code path = Code.literal(retrofitPath);
      if (RETROFIT_METHODS.contains(method) && (WITH_BODY.contains(method) || !hasBody)) {
        return Code.of("@%s(%s)", Code.name(method), path);
      }
      return Code.of(
          "@HTTP(method = %s, path = %s, hasBody = %s)",
          Code.literal(method), path, hasBody ? Code.of("true") : Code.of("false"));
    }

    private void add(Parameter parameter) {
      (parameter.required() ? required : optional).add(parameter);
    }

    private void addParameters() {
      if (operation.getParameters() == null) {
        return;
      }
      List<io.swagger.v3.oas.models.parameters.Parameter> cookies = new ArrayList<>();
      for (io.swagger.v3.oas.models.parameters.Parameter declared : operation.getParameters()) {
        io.swagger.v3.oas.models.parameters.Parameter p =
            ModelUtils.getReferencedParameter(document, declared);
        switch (Objects.toString(p.getIn(), "")) {
          case "path" -> addPathParameter(p);
          case "query" -> addQueryParameter(p);
          case "header" -> addHeader(p);
          case "cookie" -> cookies.add(p);
          default ->
              throw new IllegalArgumentException(
                  where
                      + " cannot be generated: parameter "
                      + p.getName()
                      + " is in "
                      + p.getIn()
                      + ".");
        }
      }
      if (!cookies.isEmpty()) {
        addCookies(cookies);
      }
    }

    private void addPathParameter(io.swagger.v3.oas.models.parameters.Parameter p) {
      // Retrofit takes letters, digits, _ and - in the name of a path parameter.
      String name = p.getName().replaceAll("[^A-Za-z0-9_-]", "_").replaceAll("^([^A-Za-z])", "p$1");
      retrofitPath = retrofitPath.replace("{" + p.getName() + "}", "{" + name + "}");
      inPath.add(parameter(Code.of("@Path(%s)", Code.literal(name)), type(p).java(), p, true));
    }

    private void addQueryParameter(io.swagger.v3.oas.models.parameters.Parameter p) {
      Type type = type(p);
      boolean needed = Boolean.TRUE.equals(p.getRequired());
      boolean exploded =
          p.getExplode() == null
              ? p.getStyle() == null || p.getStyle() == StyleEnum.FORM
              : p.getExplode();
      Code query = Code.of("@Query(%s)", Code.literal(p.getName()));
      if (type.token() == Type.Token.BEGIN_ARRAY && !exploded) {
        add(parameter(query, OperationView.DELIMITED, p, needed));
      } else if (type.token() == Type.Token.BEGIN_OBJECT) {
        // Retrofit does not leave out a missing map, so the caller passes an empty one.
        Parameter map = parameter(Code.of("@QueryMap"), Code.of("Map<String, String>"), p, true);
        (needed ? required : optional).add(map);
      } else {
        add(parameter(query, type.java(), p, needed));
      }
    }

    private void addHeader(io.swagger.v3.oas.models.parameters.Parameter p) {
      // OpenAPI leaves these three to the media types and the security schemes.
      if (!Set.of("accept", "content-type", "authorization")
          .contains(p.getName().toLowerCase(Locale.ROOT))) {
        add(
            parameter(
                Code.of("@Header(%s)", Code.literal(p.getName())),
                type(p).java(),
                p,
                Boolean.TRUE.equals(p.getRequired())));
      }
    }

    private void addCookies(List<io.swagger.v3.oas.models.parameters.Parameter> cookies) {
      String names = String.join(", ", cookies.stream().map(p -> p.getName()).toList());
      add(
          new Parameter(
              Code.of("@Header(\"Cookie\")"),
              Type.text().java(),
              Code.of("cookies"),
              cookies.stream().anyMatch(p -> Boolean.TRUE.equals(p.getRequired())),
              Javadoc.of("the cookies " + names + ", as name=value, joined by \"; \""),
              false));
    }

    private Type type(io.swagger.v3.oas.models.parameters.Parameter p) {
      return p.getSchema() == null && p.getContent() != null
          ? Type.text()
          : type(p.getSchema(), where + " parameter " + p.getName());
    }

    private Type type(@Nullable Schema<?> schema, String place) {
      Type type = types.of(schema, place);
      used.add(type);
      return type;
    }

    /** Returns whether there is one. */
    private boolean addBody() {
      // OpenAPI has such a body ignored, and OkHttp refuses to send it.
      if (WITHOUT_BODY.contains(method)) {
        return false;
      }
      RequestBody body = ModelUtils.getReferencedRequestBody(document, operation.getRequestBody());
      if (body == null || body.getContent() == null || body.getContent().isEmpty()) {
        return false;
      }
      Map.Entry<String, MediaType> content = preferred(body.getContent());
      String media = content.getKey();
      Schema<?> schema = content.getValue().getSchema();
      if (media.equals("application/x-www-form-urlencoded") || media.startsWith("multipart/")) {
        boolean parts = media.startsWith("multipart/");
        List<Parameter> fields = fields(schema, parts);
        if (!fields.isEmpty()) {
          annotations.add(parts ? OperationView.MULTIPART : Code.of("@FormUrlEncoded"));
          fields.forEach(this::add);
          return true;
        }
      }
      Code java = Code.of("RequestBody");
      String name = "body";
      if (isJson(media)) {
        Type type = type(schema, where + " body");
        java = type.java();
        name = type.isClass() ? Names.member(type.label()) : name;
        if (!media.equals("application/json") && !media.contains("*")) {
          headers.add("Content-Type: " + media);
        }
      } else {
        if (media.startsWith("text/") && isText(schema)) {
          text = true;
          java = Type.text().java();
        }
        if (!media.contains("*")) {
          headers.add("Content-Type: " + media);
        }
      }
      String description = body.getDescription() == null ? "the body" : body.getDescription();
      add(
          new Parameter(
              OperationView.BODY, java, Code.name(name), true, Javadoc.of(description), false));
      return true;
    }

    private boolean isText(@Nullable Schema<?> schema) {
      return schema == null || types.of(schema, where).isText();
    }

    private List<Parameter> fields(@Nullable Schema<?> schema, boolean parts) {
      List<Parameter> fields = new ArrayList<>();
      if (schema == null) {
        return fields;
      }
      Set<String> needed = new HashSet<>();
      schemas
          .properties(schema, where, needed)
          .forEach(
              (jsonName, property) -> {
                Code annotation =
                    Code.of(
                        "@%s(%s)",
                        parts ? Code.of("Part") : Code.of("Field"), Code.literal(jsonName));
                Code java = type(property, where + " field " + jsonName).java();
                if (parts && "binary".equals(schemas.format(property))) {
                  annotation = Code.of("@Part");
                  java = Code.of("MultipartBody.Part");
                } else if (parts && schemas.hasBinaryItems(property)) {
                  annotation = Code.of("@Part");
                  java = Code.of("List<MultipartBody.Part>");
                }
                String description = property.getDescription();
                fields.add(
                    new Parameter(
                        annotation,
                        java,
                        Code.name(schemas.options().parameter(jsonName)),
                        needed.contains(jsonName),
                        Javadoc.of(description == null ? jsonName : description),
                        false));
              });
      return fields;
    }

    private Code returned() {
      if (method.equals("HEAD") || operation.getResponses() == null) {
        return Code.of("Void");
      }
      Set<Code> returned = new LinkedHashSet<>();
      Set<String> accepted = new LinkedHashSet<>();
      for (Map.Entry<String, ApiResponse> entry : operation.getResponses().entrySet()) {
        ApiResponse response = ModelUtils.getReferencedApiResponse(document, entry.getValue());
        boolean success =
            entry.getKey().startsWith("2")
                || (entry.getKey().equals("default") && operation.getResponses().size() == 1);
        if (!success
            || response == null
            || response.getContent() == null
            || response.getContent().isEmpty()) {
          continue;
        }
        Map.Entry<String, MediaType> content = preferred(response.getContent());
        String media = content.getKey();
        Schema<?> schema = content.getValue().getSchema();
        if (!media.contains("*")) {
          accepted.add(media);
        }
        if (isJson(media)) {
          returned.add(type(schema, where + " " + entry.getKey()).java());
        } else if (media.startsWith("text/") && isText(schema)) {
          text = true;
          returned.add(Type.text().java());
        } else {
          returned.add(RESPONSE_BODY);
        }
      }
      if (!accepted.isEmpty()) {
        headers.add("Accept: " + String.join(", ", accepted));
      }
      if (returned.isEmpty()) {
        return Code.of("Void");
      }
      // Bodies of different types are for the caller to read, by status.
      if (returned.size() > 1) {
        return RESPONSE_BODY;
      }
      Code only = returned.iterator().next();
      if (only.equals(RESPONSE_BODY)) {
        annotations.add(Code.of("@Streaming"));
      }
      return only;
    }
  }

  /** The path as Retrofit resolves it against the base URL, whose own path stays in front. */
  private static String relative(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    if (relative.isEmpty()) {
      return ".";
    }
    // What stands before a colon in the first segment would be taken for a scheme.
    int end = (relative + "/").indexOf('/');
    return relative.substring(0, end).replace(":", "%3A") + relative.substring(end);
  }

  private Parameter parameter(
      Code annotation,
      Code type,
      io.swagger.v3.oas.models.parameters.Parameter p,
      boolean required) {
    String description = p.getDescription() == null ? p.getName() : p.getDescription();
    return new Parameter(
        annotation,
        type,
        Code.name(schemas.options().parameter(p.getName())),
        required,
        Javadoc.of(description),
        false);
  }

  private static boolean isJson(String media) {
    String type = media.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json")
        || type.endsWith("+json")
        || type.equals("*/*")
        || type.equals("text/json");
  }

  private static Map.Entry<String, MediaType> preferred(Content content) {
    for (String wanted :
        List.of(
            "application/json",
            "+json",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "text/plain")) {
      for (Map.Entry<String, MediaType> entry : content.entrySet()) {
        if (entry.getKey().toLowerCase(Locale.ROOT).contains(wanted)) {
          return entry;
        }
      }
    }
    return content.entrySet().iterator().next();
  }

  private static List<Parameter> unique(List<Parameter> parameters) {
    List<Parameter> named = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Parameter parameter : parameters) {
      String name = Names.unique(parameter.name().toString(), taken);
      named.add(parameter.named(Code.name(name), named.size() == parameters.size() - 1));
    }
    return named;
  }

  private static Javadoc javadoc(Operation operation, String id) {
    List<String> paragraphs = new ArrayList<>();
    if (operation.getSummary() != null) {
      paragraphs.add(sentence(operation.getSummary()));
    }
    // The summary often stands again at the head of the description.
    if (operation.getDescription() != null
        && (paragraphs.isEmpty() || !operation.getDescription().startsWith(paragraphs.get(0)))) {
      paragraphs.add(operation.getDescription().strip());
    } else if (operation.getDescription() != null) {
      paragraphs.set(0, operation.getDescription().strip());
    }
    if (paragraphs.isEmpty()) {
      paragraphs.add("Calls " + id + ".");
    }
    return Javadoc.of(String.join("\n\n", paragraphs));
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.matches("(?s).*[.!?]") ? stripped : stripped + ".";
  }
}
