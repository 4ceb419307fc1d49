package closedworld;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Runs a program as in a native image: what it asks of reflection, proxies and resources is refused
 * unless the jars declare it. Calls to the methods that {@link World} has go there; calls from
 * within the JDK are the JDK's own matter.
 */
public final class ClosedWorld extends ClassLoader {
  private static final Set<String> REPLACED =
      Arrays.stream(World.class.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(World.Replaces.class))
          .map(method -> method.getName() + Type.getMethodDescriptor(method))
          .collect(Collectors.toSet());

  private final ClassLoader jars = ClosedWorld.class.getClassLoader();

  private ClosedWorld() {
    super(ClassLoader.getPlatformClassLoader());
  }

  public static void main(String[] args) throws Exception {
    ClosedWorld loader = new ClosedWorld();
    World.open(loader, System.getProperty("undeclared"));
    Thread.currentThread().setContextClassLoader(loader);
    Method main = loader.loadClass(args[0]).getMethod("main", String[].class);
    main.invoke(null, (Object) new String[0]);
    World.refused().forEach(System.out::println);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith("closedworld.")) {
      return jars.loadClass(name);
    }
    try (InputStream in = jars.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = closed(in.readAllBytes());
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  protected java.net.URL findResource(String name) {
    return jars.getResource(name);
  }

  @Override
  protected java.util.Enumeration<java.net.URL> findResources(String name) throws IOException {
    return jars.getResources(name);
  }

  private static byte[] closed(byte[] code) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(code)
        .accept(
            new ClassVisitor(ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return new MethodVisitor(
                    ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String name, String descriptor, boolean inside) {
                    String replacement =
                        opcode == INVOKESTATIC
                            ? descriptor
                            : "(L" + owner + ";" + descriptor.substring(1);
                    if (owner.startsWith("java/") && REPLACED.contains(name + replacement)) {
                      super.visitMethodInsn(
                          INVOKESTATIC, "closedworld/World", name, replacement, false);
                    } else {
                      super.visitMethodInsn(opcode, owner, name, descriptor, inside);
                    }
                  }
                };
              }
            },
            0);
    return writer.toByteArray();
  }
}
