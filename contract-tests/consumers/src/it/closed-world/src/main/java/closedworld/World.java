package closedworld;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the jars declare, and how the JDK's methods respond where nothing else exists. */
public final class World {
  /** Stands for the method of this name whose receiver is the first parameter. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Replaces {}

  private static final Set<Object> TYPES = new HashSet<>();
  private static final Set<Object> PROXIES = new HashSet<>();
  private static final List<PathMatcher> RESOURCES = new ArrayList<>();
  private static final Set<String> REFUSED = Collections.synchronizedSet(new TreeSet<>());
  private static ClassLoader loader;

  private World() {}

  static void open(ClassLoader classes, String withoutSection) throws IOException {
    loader = classes;
    for (String artifact : List.of("client-generated", "client-extensions")) {
      String name =
          "META-INF/native-image/io.github.bandwidthmessaging/bandwidth-messaging-"
              + artifact
              + "/reachability-metadata.json";
      try (InputStream in = classes.getResourceAsStream(name)) {
        String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Map<?, ?> metadata = (Map<?, ?>) new Moshi.Builder().build().adapter(Object.class).fromJson(json);
        metadata.remove(withoutSection);
        read(metadata);
      }
    }
  }

  private static void read(Map<?, ?> metadata) {
    for (Object entry : list(metadata.get("reflection"))) {
      Object type = ((Map<?, ?>) entry).get("type");
      if (type instanceof Map<?, ?> proxy) {
        PROXIES.add(proxy.get("proxy"));
      } else {
        TYPES.add(type);
      }
    }
    for (Object entry : list(metadata.get("resources"))) {
      RESOURCES.add(
          FileSystems.getDefault().getPathMatcher("glob:" + ((Map<?, ?>) entry).get("glob")));
    }
  }

  private static Collection<?> list(Object value) {
    return value == null ? List.of() : (Collection<?>) value;
  }

  static Collection<String> refused() {
    return REFUSED;
  }

  private static boolean has(String what, String name, boolean declared) {
    if (!declared) {
      StackWalker.StackFrame caller =
          StackWalker.getInstance()
              .walk(
                  frames ->
                      frames
                          .filter(frame -> !frame.getClassName().startsWith("closedworld."))
                          .findFirst()
                          .orElseThrow());
      REFUSED.add("Refused " + what + " " + name + " to " + caller.getClassName());
    }
    return declared;
  }

  private static boolean reflects(Class<?> type) {
    return has("reflection on", type.getName(), TYPES.contains(type.getName()));
  }

  private static boolean hasResource(String name) {
    return has(
        "resource", name, RESOURCES.stream().anyMatch(glob -> glob.matches(Path.of(name))));
  }

  private static String resolve(Class<?> type, String name) {
    return name.startsWith("/")
        ? name.substring(1)
        : type.getPackageName().replace('.', '/') + "/" + name;
  }

  @Replaces
  public static Class<?> forName(String name) throws ClassNotFoundException {
    return forName(name, true, loader);
  }

  @Replaces
  public static Class<?> forName(String name, boolean initialize, ClassLoader from)
      throws ClassNotFoundException {
    if (!has("class", name, TYPES.contains(name))) {
      throw new ClassNotFoundException(name);
    }
    return Class.forName(name, initialize, loader);
  }

  @Replaces
  public static Object newProxyInstance(
      ClassLoader from, Class<?>[] interfaces, InvocationHandler handler) {
    List<String> names = Arrays.stream(interfaces).map(Class::getName).toList();
    if (!has("proxy", names.toString(), PROXIES.contains(names))) {
      throw new IllegalStateException("No proxy is declared for " + names);
    }
    return Proxy.newProxyInstance(from, interfaces, handler);
  }

  @Replaces
  public static Method[] getDeclaredMethods(Class<?> type) {
    return reflects(type) ? type.getDeclaredMethods() : new Method[0];
  }

  @Replaces
  public static Method[] getMethods(Class<?> type) {
    return reflects(type) ? type.getMethods() : new Method[0];
  }

  @Replaces
  public static Method getDeclaredMethod(Class<?> type, String name, Class<?>... parameters)
      throws NoSuchMethodException {
    return reflects(type) ? type.getDeclaredMethod(name, parameters) : none(type, name);
  }

  @Replaces
  public static Method getMethod(Class<?> type, String name, Class<?>... parameters)
      throws NoSuchMethodException {
    return reflects(type) ? type.getMethod(name, parameters) : none(type, name);
  }

  private static <T> T none(Class<?> type, String name) throws NoSuchMethodException {
    throw new NoSuchMethodException(type.getName() + "." + name);
  }

  @Replaces
  public static Constructor<?>[] getDeclaredConstructors(Class<?> type) {
    return reflects(type) ? type.getDeclaredConstructors() : new Constructor<?>[0];
  }

  @Replaces
  public static Constructor<?> getDeclaredConstructor(Class<?> type, Class<?>... parameters)
      throws NoSuchMethodException {
    return reflects(type) ? type.getDeclaredConstructor(parameters) : none(type, "<init>");
  }

  @Replaces
  public static Constructor<?> getConstructor(Class<?> type, Class<?>... parameters)
      throws NoSuchMethodException {
    return reflects(type) ? type.getConstructor(parameters) : none(type, "<init>");
  }

  @Replaces
  public static Field[] getDeclaredFields(Class<?> type) {
    return reflects(type) ? type.getDeclaredFields() : new Field[0];
  }

  @Replaces
  public static Field[] getFields(Class<?> type) {
    return reflects(type) ? type.getFields() : new Field[0];
  }

  @Replaces
  public static Field getDeclaredField(Class<?> type, String name) throws NoSuchFieldException {
    if (!reflects(type)) {
      throw new NoSuchFieldException(type.getName() + "." + name);
    }
    return type.getDeclaredField(name);
  }

  @Replaces
  public static Field getField(Class<?> type, String name) throws NoSuchFieldException {
    if (!reflects(type)) {
      throw new NoSuchFieldException(type.getName() + "." + name);
    }
    return type.getField(name);
  }

  @Replaces
  public static InputStream getResourceAsStream(Class<?> type, String name) {
    return getResourceAsStream(loader, resolve(type, name));
  }

  @Replaces
  public static InputStream getResourceAsStream(ClassLoader from, String name) {
    return hasResource(name) ? loader.getResourceAsStream(name) : null;
  }

  @Replaces
  public static URL getResource(Class<?> type, String name) {
    return getResource(loader, resolve(type, name));
  }

  @Replaces
  public static URL getResource(ClassLoader from, String name) {
    return hasResource(name) ? loader.getResource(name) : null;
  }
}
