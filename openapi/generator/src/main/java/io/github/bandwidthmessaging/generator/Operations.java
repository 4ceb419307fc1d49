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
import java.util.LinkedHashMap;
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

  private final OpenAPI document;
  private final Schemas schemas;
  private boolean delimited;
  private boolean text;
  private boolean multipart;
  private boolean converts;

  Operations(OpenAPI document, Schemas schemas) {
    this.document = document;
    this.schemas = schemas;
  }

  /** Whether an operation takes a list as one delimited value. */
  boolean delimited() {
    return delimited;
  }

  /** Whether anything but JSON bodies and texts is sent or returned. */
  boolean converts() {
    return converts;
  }

  /** Whether an operation sends a multipart form. */
  boolean multipart() {
    return multipart;
  }

  /** Whether an operation sends or returns plain text. */
  boolean text() {
    return text;
  }

  OperationView view(String id, String path, String httpMethod, Operation operation) {
    String method = httpMethod.toUpperCase(Locale.ROOT);
    String where = method + " " + path;
    String retrofitPath = relative(path);
    // Retrofit wants the path's parameters before those of the query.
    List<Parameter> inPath = new ArrayList<>();
    List<Parameter> required = new ArrayList<>();
    List<Parameter> optional = new ArrayList<>();
    List<String> cookies = new ArrayList<>();
    boolean cookieRequired = false;
    if (operation.getParameters() != null) {
      for (io.swagger.v3.oas.models.parameters.Parameter declared : operation.getParameters()) {
        io.swagger.v3.oas.models.parameters.Parameter p =
            ModelUtils.getReferencedParameter(document, declared);
        boolean needed = Boolean.TRUE.equals(p.getRequired());
        switch (Objects.toString(p.getIn(), "")) {
          case "path" -> {
            // Retrofit takes letters, digits, _ and - in the name of a path parameter.
            String name =
                p.getName().replaceAll("[^A-Za-z0-9_-]", "_").replaceAll("^([^A-Za-z])", "p$1");
            retrofitPath = retrofitPath.replace("{" + p.getName() + "}", "{" + name + "}");
            inPath.add(
                parameter("@Path(" + Names.literal(name) + ")", type(p, where).java(), p, true));
          }
          case "query" -> (needed ? required : optional).add(query(p, needed, where));
          case "header" -> {
            // OpenAPI leaves these three to the media types and the security schemes.
            if (!Set.of("accept", "content-type", "authorization")
                .contains(p.getName().toLowerCase(Locale.ROOT))) {
              (needed ? required : optional)
                  .add(
                      parameter(
                          "@Header(" + Names.literal(p.getName()) + ")",
                          type(p, where).java(),
                          p,
                          needed));
            }
          }
          case "cookie" -> {
            cookies.add(p.getName());
            cookieRequired |= needed;
          }
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
    }
    if (!cookies.isEmpty()) {
      String javadoc =
          "the cookies " + String.join(", ", cookies) + ", as name=value, joined by \"; \"";
      (cookieRequired ? required : optional)
          .add(
              new Parameter(
                  "@Header(\"Cookie\")",
                  "String",
                  "cookies",
                  cookieRequired,
                  Names.javadoc(javadoc),
                  false));
    }
    List<String> headers = new ArrayList<>();
    List<String> annotations = new ArrayList<>();
    Body body = body(method, operation, where, headers);
    annotations.addAll(body.annotations());
    body.parameters().forEach(p -> (p.required() ? required : optional).add(p));
    String returned = returned(method, operation, where, headers, annotations);

    boolean hasBody = !body.parameters().isEmpty();
    String request =
        RETROFIT_METHODS.contains(method) && (WITH_BODY.contains(method) || !hasBody)
            ? "@" + method + "(" + Names.literal(retrofitPath) + ")"
            : "@HTTP(method = "
                + Names.literal(method)
                + ", path = "
                + Names.literal(retrofitPath)
                + ", hasBody = "
                + hasBody
                + ")";
    annotations.add(0, request);
    if (!headers.isEmpty()) {
      annotations.add(
          headers.size() == 1
              ? "@Headers(" + Names.literal(headers.get(0)) + ")"
              : "@Headers({"
                  + String.join(", ", headers.stream().map(Names::literal).toList())
                  + "})");
    }
    List<Parameter> parameters =
        Stream.of(inPath, required, optional).flatMap(List::stream).toList();
    converts |=
        text
            || parameters.stream()
                .anyMatch(p -> !p.annotation().equals("@Body") && !p.type().equals("String"));
    return new OperationView(
        Names.member(id),
        Names.member(id) + "Async",
        javadoc(operation, id),
        Boolean.TRUE.equals(operation.getDeprecated()),
        annotations,
        unique(parameters),
        returned);
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

  private Type type(io.swagger.v3.oas.models.parameters.Parameter p, String where) {
    if (p.getSchema() == null && p.getContent() != null) {
      return Type.scalar("String", "STRING", Type.Token.STRING);
    }
    return schemas.type(p.getSchema(), where + " parameter " + p.getName());
  }

  private Parameter query(
      io.swagger.v3.oas.models.parameters.Parameter p, boolean needed, String where) {
    Type type = type(p, where);
    boolean list = type.token() == Type.Token.BEGIN_ARRAY;
    boolean exploded =
        p.getExplode() == null
            ? p.getStyle() == null || p.getStyle() == StyleEnum.FORM
            : p.getExplode();
    if (list && !exploded) {
      delimited = true;
      return parameter("@Query(" + Names.literal(p.getName()) + ")", "Delimited", p, needed);
    }
    if (type.token() == Type.Token.BEGIN_OBJECT) {
      return parameter("@QueryMap", "Map<String, String>", p, needed);
    }
    return parameter("@Query(" + Names.literal(p.getName()) + ")", type.java(), p, needed);
  }

  private static Parameter parameter(
      String annotation,
      String type,
      io.swagger.v3.oas.models.parameters.Parameter p,
      boolean required) {
    String description = p.getDescription() == null ? p.getName() : p.getDescription();
    return new Parameter(
        // Retrofit does not leave out a missing map, so the caller passes an empty one.
        annotation,
        type,
        p.getName(),
        required || annotation.equals("@QueryMap"),
        Names.javadoc(description),
        false);
  }

  private record Body(List<String> annotations, List<Parameter> parameters) {}

  private Body body(String method, Operation operation, String where, List<String> headers) {
    // OpenAPI has such a body ignored, and OkHttp refuses to send it.
    if (WITHOUT_BODY.contains(method)) {
      return new Body(List.of(), List.of());
    }
    RequestBody body = ModelUtils.getReferencedRequestBody(document, operation.getRequestBody());
    if (body == null || body.getContent() == null || body.getContent().isEmpty()) {
      return new Body(List.of(), List.of());
    }
    Map.Entry<String, MediaType> content = preferred(body.getContent());
    String media = content.getKey();
    Schema<?> schema = content.getValue().getSchema();
    String description = body.getDescription() == null ? "the body" : body.getDescription();
    if (media.equals("application/x-www-form-urlencoded") || media.startsWith("multipart/")) {
      boolean parts = media.startsWith("multipart/");
      List<Parameter> fields = fields(schema, parts, where);
      if (!fields.isEmpty()) {
        multipart |= parts;
        return new Body(List.of(parts ? "@Multipart" : "@FormUrlEncoded"), fields);
      }
    }
    Type type;
    if (isJson(media)) {
      type = schemas.type(schema, where + " body");
      if (!media.equals("application/json") && !media.contains("*")) {
        headers.add("Content-Type: " + media);
      }
    } else if (media.startsWith("text/") && isText(schema, where)) {
      text = true;
      headers.add("Content-Type: " + media);
      type = Type.scalar("String", "STRING", Type.Token.STRING);
    } else {
      if (!media.contains("*")) {
        headers.add("Content-Type: " + media);
      }
      type = new Type("RequestBody", "", null, null, false, false, false);
    }
    String name = type.isClass() ? Names.member(type.java()) : "body";
    return new Body(
        List.of(),
        List.of(
            new Parameter("@Body", type.java(), name, true, Names.javadoc(description), false)));
  }

  private boolean isText(@Nullable Schema<?> schema, String where) {
    return schema == null || schemas.type(schema, where).isText();
  }

  private List<Parameter> fields(@Nullable Schema<?> schema, boolean parts, String where) {
    List<Parameter> fields = new ArrayList<>();
    if (schema == null) {
      return fields;
    }
    Set<String> required = new HashSet<>();
    for (Map.Entry<String, Schema<?>> field :
        schemas.properties(schema, where, required).entrySet()) {
      Schema<?> property = field.getValue();
      boolean binary = "binary".equals(schemas.format(property));
      boolean needed = required.contains(field.getKey());
      String literal = Names.literal(field.getKey());
      String annotation = (parts ? "@Part(" : "@Field(") + literal + ")";
      String type = schemas.type(property, where + " field " + field.getKey()).java();
      if (parts && binary) {
        annotation = "@Part";
        type = "MultipartBody.Part";
      } else if (parts && schemas.hasBinaryItems(property)) {
        annotation = "@Part";
        type = "List<MultipartBody.Part>";
      }
      String description =
          property.getDescription() == null ? field.getKey() : property.getDescription();
      fields.add(
          new Parameter(
              annotation, type, field.getKey(), needed, Names.javadoc(description), false));
    }
    return fields;
  }

  private String returned(
      String method,
      Operation operation,
      String where,
      List<String> headers,
      List<String> annotations) {
    if (method.equals("HEAD") || operation.getResponses() == null) {
      return "Void";
    }
    Set<String> types = new LinkedHashSet<>();
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
        types.add(schemas.type(schema, where + " " + entry.getKey()).java());
      } else if (media.startsWith("text/") && isText(schema, where)) {
        text = true;
        types.add("String");
      } else {
        types.add("ResponseBody");
      }
    }
    if (!accepted.isEmpty()) {
      headers.add("Accept: " + String.join(", ", accepted));
    }
    if (types.isEmpty()) {
      return "Void";
    }
    // Bodies of different types are for the caller to read, by status.
    String returned = types.size() == 1 ? types.iterator().next() : "ResponseBody";
    if (returned.equals("ResponseBody") && types.size() == 1) {
      annotations.add("@Streaming");
    }
    return returned;
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
    Map<String, Parameter> named = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      String name = Names.member(parameter.name());
      while (named.containsKey(name)) {
        name += "_";
      }
      named.put(name, parameter.named(name, named.size() == parameters.size() - 1));
    }
    return List.copyOf(named.values());
  }

  private static String javadoc(Operation operation, String id) {
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
    return Names.javadoc(String.join("\n\n", paragraphs));
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.matches("(?s).*[.!?]") ? stripped : stripped + ".";
  }
}
