package io.github.bandwidthmessaging;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shows every change of what users compile against, nullness included. */
class ApiSurfaceTest {
  private static final Path LISTED = Path.of("src/test/resources/api-surface.txt");

  @Test
  void isTheListedOne() throws Exception {
    String surface =
        Stream.of(
                MessagesApi.class,
                MessagingClient.class,
                CallbackReceiver.class,
                FakeBandwidth.class)
            .map(ApiSurfaceTest::surface)
            .collect(joining("\n"))
            .replaceAll("@org\\.jspecify\\.annotations\\.(\\w+)(\\(\\))?", "@$1")
            .replace("java.lang.", "");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(LISTED, surface);
    }

    assertThat(surface)
        .as(
            "public API; if the change is meant: mvn test -pl client-extensions -am -Dgolden.update")
        .isEqualTo(Files.readString(LISTED));
  }

  /** The public classes of the package and the artifact of one. */
  private static String surface(Class<?> one) {
    String folder = one.getPackageName().replace('.', '/');
    try {
      Path artifact = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(artifact)) {
        return surface(one.getPackageName(), artifact.resolve(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(artifact)) {
        return surface(one.getPackageName(), jar.getPath(folder));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String surface(String packageName, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> load(packageName + "." + name.replace(".class", "")))
          .filter(ApiSurfaceTest::isVisible)
          .map(ApiSurfaceTest::describe)
          .sorted()
          .collect(joining("\n"));
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ApiSurfaceTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isVisible(Class<?> type) {
    return isVisible(type.getModifiers())
        && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String describe(Class<?> type) {
    TreeSet<String> members = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (isVisible(field.getModifiers())) {
        members.add(
            Modifier.toString(field.getModifiers())
                + " "
                + field.getAnnotatedType()
                + " "
                + field.getName());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isVisible(constructor.getModifiers())) {
        members.add(describe(constructor, type.getSimpleName()));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isVisible(method.getModifiers()) && !method.isSynthetic()) {
        members.add(describe(method, method.getAnnotatedReturnType() + " " + method.getName()));
      }
    }
    List<AnnotatedType> parents =
        Stream.concat(
                Stream.ofNullable(type.getAnnotatedSuperclass()),
                Arrays.stream(type.getAnnotatedInterfaces()))
            .toList();
    return Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE)
        + (type.isEnum()
            ? " enum "
            : type.isRecord() ? " record " : type.isInterface() ? " interface " : " class ")
        + type.getName()
        + list(" ", type.getTypeParameters(), Object::toString)
        + list(" : ", parents.toArray(), Object::toString)
        + list(
            " permits ",
            type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[0],
            Class::getName)
        + "\n"
        + members.stream().map(member -> "  " + member + "\n").collect(joining());
  }

  private static String describe(Executable executable, String name) {
    String modifiers = Modifier.toString(executable.getModifiers() & ~Modifier.TRANSIENT);
    return modifiers
        + (executable instanceof Method method && method.isDefault() ? " default " : " ")
        + name
        + Arrays.stream(executable.getAnnotatedParameterTypes())
            .map(Object::toString)
            .collect(joining(", ", "(", ")"))
        + list(" throws ", executable.getExceptionTypes(), Class::getName);
  }

  private static <T> String list(String prefix, T[] items, Function<T, String> name) {
    return items.length == 0
        ? ""
        : Arrays.stream(items).map(name).collect(joining(", ", prefix, ""));
  }
}
