package io.github.bandwidthmessaging.contract.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.check.document.GeneratedClient;
import io.github.bandwidthmessaging.contract.operation.Body;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.OperationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.HTTP;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.Query;
import retrofit2.http.Tag;

/** A generated client, called by reflection, so that it can be for any document. */
public final class GeneratedApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final ClassLoader loader;
  private final String packageName;
  private final List<String> classNames;
  private final Moshi moshi;

  private GeneratedApi(ClassLoader loader, String packageName, Path classes) {
    this.loader = loader;
    this.packageName = packageName;
    this.classNames = classNames(classes, packageName);
    this.moshi = (Moshi) invoke(method(type("RetrofitClient"), "moshi"), null);
  }

  /** Returns the project's own client. */
  public static GeneratedApi ofProject() {
    Class<?> type = RetrofitClient.class;
    try {
      return new GeneratedApi(
          type.getClassLoader(),
          type.getPackageName(),
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a client that was generated just now. */
  public static GeneratedApi of(GeneratedClient client) {
    if (!client.errors().isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", client.errors()));
    }
    return new GeneratedApi(client.loader(), client.packageName(), client.classes());
  }

  /** Returns the call of an operation with the values of a request, which is not sent yet. */
  public Call<?> call(OperationRequest request, okhttp3.Call.Factory http, String baseUrl) {
    Method method = method(request.operation(), request.bodyValue() != null);
    Retrofit retrofit =
        ((Retrofit.Builder)
                invoke(method(type("RetrofitClient"), "builder"), null, new Object[] {http}))
            .baseUrl(baseUrl + "/")
            .build();
    Object[] arguments = new Arguments(method, request).all();
    return (Call<?>) invoke(method, retrofit.create(method.getDeclaringClass()), arguments);
  }

  /** Returns whether an operation can have the kind of body that a request has. */
  boolean canWrite(OperationRequest request) {
    Body body = request.body();
    Method method = method(request.operation());
    if (body == null) {
      return true;
    }
    String written = header(method, "Content-Type");
    Type type =
        Stream.of(method.getParameters())
            .filter(parameter -> parameter.isAnnotationPresent(retrofit2.http.Body.class))
            .map(Parameter::getParameterizedType)
            .findFirst()
            .orElse(Void.class);
    if (isInput(type, "Form")) {
      return body.isForm();
    }
    if (isInput(type, "Multipart")) {
      return body.isMultipart();
    }
    return written != null
        ? MediaType.get(body.mediaType()).equals(MediaType.get(written))
        : type == RequestBody.class || body.isJson();
  }

  /** Returns a valid request that the client can write. */
  public OperationRequest sample(Operation operation) {
    return operation.requests().values().stream()
        .filter(this::canWrite)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The client can write no request of " + operation));
  }

  /** Returns whether the client asks for responses of this kind, if they are successes. */
  boolean canRead(Operation operation, Operation.DocumentedResponse documented) {
    String accepted = header(method(operation), "Accept");
    return !documented.isSuccess()
        || documented.mediaType() == null
        || accepted == null
        || List.of(accepted.split(", ", -1)).contains(documented.mediaType());
  }

  private static @Nullable String header(Method method, String name) {
    Headers headers = method.getAnnotation(Headers.class);
    return headers == null
        ? null
        : Stream.of(headers.value())
            .filter(line -> line.startsWith(name + ": "))
            .map(line -> line.substring(name.length() + 2))
            .findFirst()
            .orElse(null);
  }

  /** Returns the type that an operation takes as a body in JSON; null for another body. */
  public @Nullable Type bodyType(Operation operation) {
    return Stream.of(method(operation).getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(retrofit2.http.Body.class))
        .map(Parameter::getParameterizedType)
        .filter(type -> type != RequestBody.class)
        .filter(type -> !isInput(type, "Form") && !isInput(type, "Multipart"))
        .findFirst()
        .orElse(null);
  }

  /** Returns the type that reads a response; null where there is none. */
  public @Nullable Type responseType(Operation operation, Operation.DocumentedResponse documented) {
    if (!Operation.isJson(documented.mediaType())) {
      return null;
    }
    Type returned =
        ((ParameterizedType) method(operation).getGenericReturnType()).getActualTypeArguments()[0];
    return documented.isSuccess()
            && returned != okhttp3.ResponseBody.class
            && returned != Void.class
        ? returned
        : type(operation, documented, documented.schema());
  }

  /** Reads JSON as a type and writes it again. */
  public String readAndWritten(Type type, String json) throws IOException {
    JsonAdapter<Object> adapter = moshi.adapter(type);
    return adapter.toJson(adapter.fromJson(json));
  }

  /** Reads JSON as a type. */
  public @Nullable Object read(Type type, String json) throws IOException {
    return moshi.adapter(type).fromJson(json);
  }

  /** Returns which limits a value breaks, as {@code to[1]: pattern}; it may have none. */
  public List<String> violations(Object value) {
    List<String> names = new ArrayList<>();
    for (Method method : value.getClass().getMethods()) {
      if (method.getName().equals("violations")) {
        for (Object violation : (List<?>) invoke(method, value)) {
          Class<?> type = violation.getClass();
          names.add(
              invoke(method(type, "field"), violation)
                  + ": "
                  + invoke(method(type, "rule"), violation));
        }
      }
    }
    return names;
  }

  /** Writes a value as JSON. */
  public JsonNode written(Type type, @Nullable Object value) {
    try {
      return JSON.readTree(moshi.adapter(type).toJson(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Type type(Operation operation, Operation.DocumentedResponse documented, JsonNode schema) {
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asText();
      JsonNode target = operation.document().at(reference.substring(1));
      String name = find(reference.substring(reference.lastIndexOf('/') + 1));
      return name == null ? type(operation, documented, target) : type(name);
    }
    if (schema.path("type").asText().equals("array")) {
      return Types.newParameterizedType(
          List.class, type(operation, documented, schema.path("items")));
    }
    String name = find(operation.id() + documented.status() + "Response");
    return name == null ? Object.class : type(name);
  }

  /** Returns whether a class is that of parameters or a form. */
  private static boolean isInput(Type type, String kind) {
    return type instanceof Class<?> c
        && c.getSuperclass() != null
        && c.getSuperclass().getName().endsWith("RequestWriter$" + kind);
  }

  private Method method(Operation operation) {
    return method(operation, true);
  }

  /** Finds the method of an operation; if a body is optional, another method has none. */
  private Method method(Operation operation, boolean withBody) {
    Comparator<Method> parameters = Comparator.comparing(Method::getParameterCount);
    String wanted = plain(operation.id());
    return classNames.stream()
        .filter(name -> name.endsWith("Api"))
        .flatMap(name -> Stream.of(type(name).getMethods()))
        .filter(method -> method.getReturnType() == Call.class && isAt(method, operation))
        .filter(method -> plain(method.getName()).equals(wanted))
        .max(withBody ? parameters : parameters.reversed())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The client has no %s for %s %s"
                        .formatted(operation.id(), operation.method(), operation.path())));
  }

  private static boolean isAt(Method method, Operation operation) {
    HTTP http = method.getAnnotation(HTTP.class);
    return http == null
        ? Stream.of(method.getAnnotations())
            .anyMatch(
                annotation ->
                    plain(annotation.annotationType().getSimpleName()).equals(operation.method()))
        : plain(http.method()).equals(operation.method());
  }

  /** The arguments of one call. */
  private final class Arguments {
    private final Method method;
    private final OperationRequest request;

    Arguments(Method method, OperationRequest request) {
      this.method = method;
      this.request = request;
    }

    @Nullable Object[] all() {
      return Stream.of(method.getParameters()).map(this::argument).toArray();
    }

    private @Nullable Object argument(Parameter parameter) {
      Type type = parameter.getParameterizedType();
      for (Annotation annotation : parameter.getAnnotations()) {
        if (annotation instanceof retrofit2.http.Body) {
          return body(type);
        } else if (annotation instanceof Tag) {
          return parameters((Class<?>) type);
        } else if (annotation instanceof Header header) {
          return parameter(type, "header", header.value());
        } else if (annotation instanceof Query query) {
          return parameter(type, "query", query.value());
        } else if (annotation instanceof retrofit2.http.Path path) {
          return parameter(type, "path", path.value());
        }
      }
      throw new IllegalArgumentException("It is not known what " + parameter + " is");
    }

    private @Nullable Object body(Type type) {
      JsonNode value = request.bodyValue();
      Body body = request.body();
      if (value == null || body == null) {
        return null;
      }
      if (type == RequestBody.class) {
        return RequestBody.create(request.bytes(), MediaType.get(body.contentType()));
      }
      return isInput(type, "Form") || isInput(type, "Multipart")
          ? built((Class<?>) type, value.propertyStream().toList(), this::field)
          : value(type, value);
    }

    /** The parameters that are properties of one object. */
    private Object parameters(Class<?> type) {
      List<Map.Entry<String, JsonNode>> values = new ArrayList<>();
      for (Operation.Parameter declared : request.operation().parameters()) {
        JsonNode value = request.value(declared);
        if (value != null) {
          values.add(Map.entry(declared.name(), value));
        }
      }
      return built(type, values, (of, value) -> value(of, value.getValue()));
    }

    private @Nullable Object parameter(Type type, String in, String name) {
      for (Operation.Parameter declared : request.operation().parameters()) {
        if (declared.in().equals(in) && plain(declared.name()).equals(plain(name))) {
          JsonNode value = request.value(declared);
          return value == null ? null : value(type, value);
        }
      }
      return null;
    }

    private @Nullable Object field(Type type, Map.Entry<String, JsonNode> named) {
      Body body = Objects.requireNonNull(request.body());
      JsonNode only = JSON.createObjectNode().set(named.getKey(), named.getValue());
      if (type == MultipartBody.Part.class) {
        return part(body.fields(only).get(0));
      }
      if (type instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] == MultipartBody.Part.class) {
        return body.fields(only).stream().map(GeneratedApi::part).toList();
      }
      return value(type, named.getValue());
    }
  }

  private static MultipartBody.Part part(Body.Field field) {
    RequestBody bytes =
        RequestBody.create(
            field.value(), field.mediaType() == null ? null : MediaType.get(field.mediaType()));
    return MultipartBody.Part.createFormData(field.name(), field.name() + ".bin", bytes);
  }

  /** Builds parameters or a form of those values that are among its properties. */
  private static Object built(
      Class<?> type,
      List<Map.Entry<String, JsonNode>> values,
      BiFunction<Type, Map.Entry<String, JsonNode>, @Nullable Object> converter) {
    Object builder = invoke(method(type, "builder"), null);
    for (Map.Entry<String, JsonNode> value : values) {
      for (Method accessor : type.getDeclaredMethods()) {
        if (accessor.getParameterCount() == 0
            && plain(accessor.getName()).equals(plain(value.getKey()))) {
          try {
            invoke(
                builder.getClass().getMethod(accessor.getName(), accessor.getReturnType()),
                builder,
                converter.apply(accessor.getGenericReturnType(), value));
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
    return invoke(method(builder.getClass(), "build"), builder);
  }

  private @Nullable Object value(Type type, JsonNode value) {
    try {
      return type == String.class
          ? value.isTextual() ? value.asText() : value.toString()
          : moshi.adapter(type).fromJson(value.toString());
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Class<?> type(String name) {
    try {
      return loader.loadClass(packageName + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Finds a class by its name in the document, which is spelled differently there. */
  private @Nullable String find(String name) {
    return classNames.stream()
        .filter(known -> plain(known).equals(plain(name)))
        .findFirst()
        .orElse(null);
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  private static Method method(Class<?> type, String name) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Object invoke(Method method, @Nullable Object on, @Nullable Object... arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lists the classes of a package in a folder or an archive, as the build's phase has it. */
  private static List<String> classNames(Path classes, String packageName) {
    try (FileSystem archive =
            Files.isDirectory(classes) ? null : FileSystems.newFileSystem(classes);
        Stream<Path> files =
            Files.list(
                (archive == null ? classes : archive.getPath("/"))
                    .resolve(packageName.replace('.', '/')))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(".class") && !file.contains("$"))
          .map(file -> file.replace(".class", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
