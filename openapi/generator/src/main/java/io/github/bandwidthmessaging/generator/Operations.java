package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.OperationView.Parameter;
import io.github.bandwidthmessaging.generator.Styles.Written;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operations of a document as Retrofit methods.
 *
 * <p>What Retrofit cannot write itself, and optional parameters if there are many, become the
 * properties of an object; so are the fields of a form. Their schemas join those of the document.
 */
final class Operations {
  private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

  private static final Set<String> WITH_BODY = Set.of("PATCH", "POST", "PUT");
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
  private static final Set<String> RETROFIT_METHODS =
      Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  /** With at least this many, the optional parameters of an operation become one object. */
  private static final int MANY = 3;

  /** A JVM method has at most 255 slots. */
  private static final int TOO_MANY = 200;

  private static final Code VOID = Code.of("Void");
  private static final Code RESPONSE_BODY = Code.of("ResponseBody");
  private static final String JSON = "application/json";

  /** Returns the id of an operation, or creates one. */
  interface Ids {
    String of(Operation operation, String path, String method);
  }

  private final OpenAPI document;
  private final Schemas schemas;
  private final TypeMapper types;
  private final Styles styles;
  private final Ids ids;
  private final Map<String, List<OperationView>> views = new LinkedHashMap<>();
  private final Map<String, InputView> inputs = new LinkedHashMap<>();
  private final Map<String, String> inputClasses = new LinkedHashMap<>();
  private final Set<String> checkNames = new HashSet<>();

  Operations(OpenAPI document, Schemas schemas, TypeMapper types, Ids ids) {
    this.document = document;
    this.schemas = schemas;
    this.types = types;
    this.styles = new Styles(schemas, types);
    this.ids = ids;
    if (document.getPaths() != null) {
      document
          .getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach(
                          (method, operation) ->
                              views.put(
                                  method.name() + " " + path,
                                  new Draft(path, item, method.name(), operation).views())));
    }
  }

  /** The methods of an operation: the second one, if there is one, sends no body. */
  List<OperationView> views(String path, String method) {
    return views.getOrDefault(method.toUpperCase(Locale.ROOT) + " " + path, List.of());
  }

  Stream<OperationView> all() {
    return views.values().stream().flatMap(List::stream);
  }

  /** The objects that are parameters or a form, not JSON, by the names of their schemas. */
  Map<String, InputView> inputs() {
    return inputs;
  }

  /** The names of their classes. */
  Map<String, String> inputClasses() {
    return inputClasses;
  }

  /** A parameter of an operation, or a field of its form. */
  private record Declared(
      String name,
      String in,
      Schema<?> schema,
      Javadoc javadoc,
      boolean required,
      Written written) {

    Parameter parameter(Options options) {
      return new Parameter(
          Objects.requireNonNull(written.annotation()),
          written.type().java(),
          name,
          Code.name(options.parameter(name)),
          required,
          javadoc,
          schema,
          false);
    }
  }

  /** Collects the parts of one method. */
  private final class Draft {
    private final String id;
    private final String member;
    private final Operation operation;
    private final String method;

    /** The place in messages. */
    private final String where;

    // Retrofit requires path parameters before query parameters.
    private final List<Parameter> inPath = new ArrayList<>();
    private final List<Parameter> required = new ArrayList<>();
    private final List<Parameter> optional = new ArrayList<>();
    private final List<Declared> declared = new ArrayList<>();
    private final List<Code> annotations = new ArrayList<>();
    private final List<String> accept = new ArrayList<>();
    private final List<Type> used = new ArrayList<>();
    private final List<io.swagger.v3.oas.models.parameters.Parameter> parameters;
    private final @Nullable String server;
    private String retrofitPath;
    private @Nullable String contentType;
    private @Nullable Parameter body;
    private final Code checks;
    private boolean optionalBody;
    private boolean text;

    Draft(String path, PathItem item, String httpMethod, Operation operation) {
      this.id = ids.of(operation, path, httpMethod.toLowerCase(Locale.ROOT));
      this.member = schemas.options().operation(id);
      this.checks = Code.name(Names.unique(member + "Violations", checkNames));
      this.operation = operation;
      this.method = httpMethod;
      this.where = method + " " + path;
      this.parameters = parameters(item, operation);
      this.server = server(item, operation, where);
      this.retrofitPath = server == null ? relative(path, where) : server + path;
    }

    List<OperationView> views() {
      addParameters();
      addBody();
      Code returned = returned();
      List<OperationView> views = new ArrayList<>();
      views.add(view(returned, body));
      if (body != null && optionalBody) {
        views.add(view(returned, null));
      }
      return views;
    }

    private OperationView view(Code returned, @Nullable Parameter sent) {
      List<Code> all = new ArrayList<>();
      all.add(request(sent != null));
      all.addAll(annotations);
      List<String> headers = new ArrayList<>();
      if (contentType != null && sent != null) {
        headers.add("Content-Type: " + contentType);
      }
      headers.addAll(accept);
      if (!headers.isEmpty()) {
        Code literals = Code.join(", ", headers.stream().map(Code::literal).toList());
        all.add(
            headers.size() == 1
                ? Code.of("@Headers(%s)", literals)
                : Code.of("@Headers({%s})", literals));
      }
      return new OperationView(
          Code.name(member),
          Code.name(member + "Async"),
          checks,
          javadoc(operation, id, sent == null && body != null),
          Boolean.TRUE.equals(operation.getDeprecated()),
          all,
          unique(
              Stream.of(
                      inPath,
                      required,
                      sent == null ? List.<Parameter>of() : List.of(sent),
                      optional)
                  .flatMap(List::stream)
                  .toList()),
          returned,
          used,
          text,
          sent == null && body != null);
    }

    private Code request(boolean hasBody) {
      Code path = Code.literal(retrofitPath);
      if (RETROFIT_METHODS.contains(method) && (WITH_BODY.contains(method) || !hasBody)) {
        return Code.of("@%s(%s)", Code.name(method), path);
      }
      return Code.of(
          "@HTTP(method = %s, path = %s, hasBody = %s)",
          Code.literal(method), path, Code.of(hasBody));
    }

    private void addParameters() {
      for (io.swagger.v3.oas.models.parameters.Parameter p : parameters) {
        String place = where + " parameter " + p.getName();
        if ("path".equals(p.getIn())) {
          addPathParameter(p, place);
        } else if (!isOfHttp(p)) {
          boolean needed = Boolean.TRUE.equals(p.getRequired());
          Written written = unlessUndefined(needed, () -> written(p, place));
          if (written != null) {
            declared.add(declared(p, written, needed));
          }
        }
      }
      long optionals = declared.stream().filter(d -> !d.required()).count();
      boolean many =
          optionals >= MANY || Styles.isMarked(operation.getExtensions(), "x-parameter-object");
      boolean all = declared.size() > TOO_MANY;
      List<Declared> together = new ArrayList<>();
      for (Declared one : declared) {
        if (all || (many && !one.required()) || one.written().annotation() == null) {
          together.add(one);
        } else {
          add(one.parameter(schemas.options()));
          used.add(one.written().type());
        }
      }
      if (!together.isEmpty()) {
        addObject(together);
      }
    }

    /** Returns how a value is written, null if that is undefined and the client omits it. */
    private @Nullable Written unlessUndefined(boolean needed, Supplier<Written> written) {
      try {
        return written.get();
      } catch (UndefinedStyleException e) {
        if (needed) {
          throw e;
        }
        if (!schemas.options().leavesOutUndefinedStyles()) {
          throw new IllegalArgumentException(
              e.getMessage() + " The option undefinedStyles=leaveOut omits it.", e);
        }
        LOG.warn("{} The client omits it.", e.getMessage());
        return null;
      }
    }

    /** In OpenAPI, media types and security schemes define these headers. */
    private boolean isOfHttp(io.swagger.v3.oas.models.parameters.Parameter p) {
      return "header".equals(p.getIn())
          && Set.of("accept", "content-type", "authorization")
              .contains(p.getName().toLowerCase(Locale.ROOT));
    }

    private Written written(io.swagger.v3.oas.models.parameters.Parameter p, String place) {
      return switch (Objects.toString(p.getIn(), "")) {
        case "query" -> styles.query(p, place);
        case "header" -> styles.header(p, place);
        case "cookie" -> styles.cookie(p, place);
        default -> throw inexpressible(place, "it is in " + p.getIn());
      };
    }

    private void add(Parameter parameter) {
      (parameter.required() ? required : optional).add(parameter);
    }

    private Declared declared(
        io.swagger.v3.oas.models.parameters.Parameter p, Written written, boolean needed) {
      Schema<?> schema = Objects.requireNonNullElseGet(Styles.schema(p), Schema::new);
      String description =
          p.getDescription() == null
              ? schemas.description(schema, p.getName())
              : p.getDescription();
      Schema<?> described = new Schema<>();
      described.setAllOf(List.of(schema));
      described.setDescription(description.strip() + Limits.sentences(schema, schemas));
      described.setDefault(p.getDescription() == null ? null : schema.getDefault());
      described.setDeprecated(p.getDeprecated());
      described.setExtensions(p.getExtensions());
      return new Declared(
          p.getName(),
          p.getIn(),
          described,
          Javadoc.of(schemas.description(described, p.getName())),
          needed,
          written);
    }

    private void addPathParameter(io.swagger.v3.oas.models.parameters.Parameter p, String place) {
      String template = "{" + p.getName() + "}";
      if (!retrofitPath.contains(template)) {
        throw inexpressible(place, "its path has no " + template);
      }
      // Retrofit accepts letters, digits, _ and - in the name of a path parameter.
      String name = p.getName().replaceAll("[^A-Za-z0-9_-]", "_").replaceAll("^([^A-Za-z])", "p$1");
      boolean first = server == null && retrofitPath.indexOf(template) < end(retrofitPath);
      retrofitPath = retrofitPath.replace(template, "{" + name + "}");
      Declared path = declared(p, styles.path(p, name, first, place), true);
      used.add(path.written().type());
      inPath.add(path.parameter(schemas.options()));
    }

    /** Makes an object of parameters. */
    private void addObject(List<Declared> together) {
      boolean needed = together.stream().anyMatch(Declared::required);
      String name =
          register(
              "Parameters", "Parameters of `" + member + "`.", together, InputView.Kind.PARAMETERS);
      add(
          new Parameter(
              OperationView.TAG,
              Code.name(name),
              "parameters",
              needed,
              Javadoc.of(
                  needed
                      ? "the other parameters"
                      : "the other parameters, null for none of them")));
    }

    /** Adds an object to the document's schemas, and returns the name of its class. */
    private String register(
        String suffix, String description, List<Declared> fields, InputView.Kind kind) {
      String name = Names.type(id);
      name = name.endsWith(suffix) ? name : name + suffix;
      Map<String, Declared> properties = new LinkedHashMap<>();
      for (Declared field : fields) {
        String key = field.name();
        while (properties.containsKey(key)) {
          key += " " + field.in();
        }
        properties.put(key, field);
      }
      Map<String, String> members = Names.members(properties.keySet(), schemas.options()::property);
      ObjectSchema object = new ObjectSchema();
      object.setDescription(description);
      object.setAdditionalProperties(false);
      List<Code> statements = new ArrayList<>();
      properties.forEach(
          (key, field) -> {
            object.addProperty(key, field.schema());
            if (field.required()) {
              object.addRequiredItem(key);
            }
            Code call = field.written().call();
            Code member = Code.name(Objects.requireNonNull(members.get(key)));
            statements.add(
                call.toString().endsWith("(")
                    ? Code.of("writer.%sthis.%s);", call, member)
                    : Code.of(
                        "writer.%s, %s, this.%s);",
                        call, field.written().type().adapter(), member));
          });
      name = InlineContent.add(document, name, object);
      inputs.put(name, new InputView(kind, statements));
      String className = schemas.claim(schemas.options().className(name));
      inputClasses.put(name, className);
      return className;
    }

    private Type type(@Nullable Schema<?> schema, String place) {
      Type type = types.of(schema, place);
      used.add(type);
      return type;
    }

    private void addBody() {
      // OpenAPI ignores such a body, and OkHttp rejects it.
      if (WITHOUT_BODY.contains(method)) {
        return;
      }
      RequestBody declaredBody = requestBody(document, operation);
      if (declaredBody == null
          || declaredBody.getContent() == null
          || declaredBody.getContent().isEmpty()) {
        return;
      }
      Content content = declaredBody.getContent();
      Map.Entry<String, MediaType> preferred = preferred(content);
      String media = base(preferred.getKey());
      Schema<?> schema = preferred.getValue().getSchema();
      String description =
          declaredBody.getDescription() == null ? "the body" : declaredBody.getDescription();
      Code java = Code.of("RequestBody");
      String name = "body";
      String form = form(media, preferred.getValue());
      if (form != null) {
        java = Code.name(form);
        name = "form";
      } else if (isJson(media) || (media.equals("*/*") && isStructure(schema))) {
        Type type = type(schema, where + " body");
        java = type.java();
        name = type.isClass() ? Names.member(java.toString()) : name;
        if (!media.equals(JSON) && !media.contains("*")) {
          contentType = preferred.getKey();
        }
      } else if (content.size() == 1
          && media.startsWith("text/")
          && !media.contains("*")
          && isText(schema)) {
        text = true;
        java = Type.text().java();
        contentType = preferred.getKey();
      } else {
        description =
            description.strip()
                + (description.strip().endsWith(".") ? "" : ";")
                + " its content type is that of the request: `"
                + String.join("`, `", content.keySet())
                + "`";
      }
      optionalBody = !Boolean.TRUE.equals(declaredBody.getRequired());
      body = new Parameter(OperationView.BODY, java, name, true, Javadoc.of(description));
    }

    private boolean isText(@Nullable Schema<?> schema) {
      return schema == null || types.of(schema, where).isText();
    }

    /** Whether a schema requires JSON although any media type is declared. */
    private boolean isStructure(@Nullable Schema<?> schema) {
      Type type = types.of(schema, where);
      return type.isClass() || type instanceof Type.Container;
    }

    /** The class of a form, null for other bodies. */
    private @Nullable String form(String media, MediaType content) {
      boolean parts = media.equals("multipart/form-data");
      if (content.getSchema() == null
          || !(parts || media.equals("application/x-www-form-urlencoded"))) {
        return null;
      }
      Map<String, Encoding> encodings =
          content.getEncoding() == null ? Map.of() : content.getEncoding();
      Set<String> needed = new HashSet<>();
      List<Declared> fields = new ArrayList<>();
      schemas
          .properties(content.getSchema(), where, needed)
          .forEach(
              (name, schema) -> {
                if (!schemas.isReadOnly(schema)) {
                  String place = where + " field " + name;
                  Encoding encoding = encodings.get(name);
                  boolean required = needed.contains(name);
                  Written written =
                      unlessUndefined(
                          required,
                          () ->
                              parts
                                  ? styles.part(name, schema, encoding, place)
                                  : styles.field(name, schema, encoding, place));
                  if (written != null) {
                    Schema<?> part = partOf(schema, written);
                    fields.add(new Declared(name, "form", part, Javadoc.of(""), required, written));
                  }
                }
              });
      return fields.isEmpty()
          ? null
          : register(
              "Form",
              "The form that `" + member + "` sends.",
              fields,
              parts ? InputView.Kind.MULTIPART : InputView.Kind.FORM);
    }

    /** The schema of a field, marked if a part stands for it. */
    private Schema<?> partOf(Schema<?> schema, Written written) {
      if (!written.type().parts().anyMatch(part -> part.is(Scalar.PART))) {
        return schema;
      }
      Schema<?> part = new Schema<String>().type("string");
      part.setExtensions(Map.of(TypeMapper.PART, true));
      Schema<?> marked = written.type().is(Scalar.PART) ? part : new ArraySchema().items(part);
      marked.setDescription(schemas.description(schema, "part"));
      return marked;
    }

    private Code returned() {
      ApiResponses responses = operation.getResponses();
      if (method.equals("HEAD") || responses == null) {
        return VOID;
      }
      Set<Code> returned = new LinkedHashSet<>();
      Set<String> accepted = new LinkedHashSet<>();
      boolean named = responses.keySet().stream().anyMatch(status -> status.startsWith("2"));
      responses.forEach(
          (status, declaredResponse) -> {
            ApiResponse response =
                resolved(declaredResponse, r -> ModelUtils.getReferencedApiResponse(document, r));
            if ((status.startsWith("2") || (status.equals("default") && !named))
                && response != null
                && response.getContent() != null
                && !response.getContent().isEmpty()) {
              returned.add(
                  returned(preferred(response.getContent()), where + " " + status, accepted));
            }
          });
      if (!accepted.isEmpty()) {
        accept.add("Accept: " + String.join(", ", accepted));
      }
      if (returned.isEmpty()) {
        return VOID;
      }
      // The caller reads bodies of different types, by status.
      if (returned.size() > 1) {
        return RESPONSE_BODY;
      }
      Code only = returned.iterator().next();
      if (only.equals(RESPONSE_BODY)) {
        annotations.add(Code.of("@Streaming"));
      }
      return only;
    }

    private Code returned(
        Map.Entry<String, MediaType> content, String place, Set<String> accepted) {
      String media = content.getKey();
      Schema<?> schema = content.getValue().getSchema();
      if (isJson(media)) {
        if (!media.contains("*")) {
          accepted.add(media);
        }
        return type(schema, place).java();
      }
      if (media.equals("*/*")) {
        if (isStructure(schema)) {
          accepted.add(JSON);
          return type(schema, place).java();
        }
        return RESPONSE_BODY;
      }
      accepted.add(media);
      if (media.startsWith("text/") && isText(schema)) {
        text = true;
        return Type.text().java();
      }
      return RESPONSE_BODY;
    }
  }

  /** Those of the path, too, unless the operation has its own of that name. */
  private List<io.swagger.v3.oas.models.parameters.Parameter> parameters(
      PathItem item, Operation operation) {
    Map<String, io.swagger.v3.oas.models.parameters.Parameter> parameters = new LinkedHashMap<>();
    Stream.of(operation.getParameters(), item.getParameters())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .map(declared -> resolved(declared, p -> ModelUtils.getReferencedParameter(document, p)))
        .forEach(p -> parameters.putIfAbsent(p.getIn() + " " + p.getName(), p));
    return List.copyOf(parameters.values());
  }

  /** The server of a path or an operation, null if it is the document's. */
  private @Nullable String server(PathItem item, Operation operation, String where) {
    List<Server> own =
        Stream.of(operation.getServers(), item.getServers())
            .filter(servers -> servers != null && !servers.isEmpty())
            .findFirst()
            .orElse(List.of());
    List<Server> common = document.getServers();
    String first = common == null || common.isEmpty() ? "/" : url(common.get(0));
    if (own.isEmpty()
        || own.stream()
            .map(Operations::url)
            .anyMatch(url -> url.equals(first) || url.replaceFirst("^https?:", "").equals(first))) {
      return null;
    }
    String url = url(own.get(0));
    if (!url.matches("https?://[^/?#{}]+(/[^?#{}]*)?")) {
      throw inexpressible(where, "its server " + url + " is not an absolute URL");
    }
    return url;
  }

  /** The URL of a server, with the defaults of its variables. */
  private static String url(Server server) {
    String url = server.getUrl();
    if (server.getVariables() != null) {
      for (Map.Entry<String, ServerVariable> variable : server.getVariables().entrySet()) {
        url = url.replace("{" + variable.getKey() + "}", variable.getValue().getDefault());
      }
    }
    return url.replaceAll("/+$", "");
  }

  /** The path as Retrofit resolves it against the base URL, whose own path stays in front. */
  private static String relative(String path, String where) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    if (relative.isEmpty()) {
      return ".";
    }
    if (relative.startsWith("/")) {
      throw inexpressible(where, "its path begins with two slashes");
    }
    // Text before a colon in the first segment would be taken for a scheme.
    int end = end(relative);
    return relative.substring(0, end).replace(":", "%3A") + relative.substring(end);
  }

  /** Where the first segment of a relative path ends. */
  private static int end(String relative) {
    return (relative + "/").indexOf('/');
  }

  /** The body of an operation, which may be a reference to a reference. */
  static @Nullable RequestBody requestBody(OpenAPI document, Operation operation) {
    RequestBody body = operation.getRequestBody();
    return body == null
        ? null
        : resolved(body, b -> ModelUtils.getReferencedRequestBody(document, b));
  }

  private static <T> T resolved(T declared, UnaryOperator<T> target) {
    Set<T> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    T last = declared;
    while (seen.add(last)) {
      last = target.apply(last);
    }
    return last;
  }

  private static String sentence(String place, String reason) {
    return place + " cannot be generated: " + reason + ".";
  }

  static IllegalArgumentException inexpressible(String place, String reason) {
    return new IllegalArgumentException(sentence(place, reason));
  }

  /** A value whose serialization OpenAPI does not define. */
  static final class UndefinedStyleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UndefinedStyleException(String place, String value) {
      super(sentence(place, "OpenAPI does not say how to write " + value));
    }
  }

  static boolean isJson(String media) {
    String type = base(media);
    return type.equals(JSON) || type.endsWith("+json") || type.equals("text/json");
  }

  /** The media type without its parameters. */
  private static String base(String media) {
    return media.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
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
      Code name = Code.name(Names.unique(parameter.name().toString(), taken));
      named.add(parameter.named(name, named.size() == parameters.size() - 1));
    }
    return named;
  }

  private static Javadoc javadoc(Operation operation, String id, boolean bodyless) {
    List<String> paragraphs = new ArrayList<>();
    if (operation.getSummary() != null) {
      paragraphs.add(sentence(operation.getSummary()));
    }
    // The description often repeats the summary at its beginning.
    if (operation.getDescription() != null
        && (paragraphs.isEmpty() || !operation.getDescription().startsWith(paragraphs.get(0)))) {
      paragraphs.add(operation.getDescription().strip());
    } else if (operation.getDescription() != null) {
      paragraphs.set(0, operation.getDescription().strip());
    }
    if (paragraphs.isEmpty()) {
      paragraphs.add("Calls " + id + ".");
    }
    if (bodyless) {
      paragraphs.add("This method sends no body.");
    }
    return Javadoc.of(String.join("\n\n", paragraphs));
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.matches("(?s).*[.!?]") ? stripped : stripped + ".";
  }
}
