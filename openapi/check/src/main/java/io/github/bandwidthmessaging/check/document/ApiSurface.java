package io.github.bandwidthmessaging.check.document;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What users compile against, as a list that shows every change in a diff, nullness included. */
public final class ApiSurface {
  private ApiSurface() {}

  /** Lists the public classes of a package that are in a folder. */
  public static String of(String packageName, Path folder, ClassLoader loader) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> load(packageName + "." + name.replace(".class", ""), loader))
          .filter(ApiSurface::isVisible)
          .map(ApiSurface::describe)
          .sorted()
          .collect(joining("\n"))
          .replaceAll("@org\\.jspecify\\.annotations\\.(\\w+)(\\(\\))?", "@$1")
          .replace("java.lang.", "");
    }
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
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
