package io.github.bandwidthmessaging.benchmarks.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** A program that generates a client from a document with many schemas. */
public final class Generation {
  private Generation() {}

  /** Takes the number of schemas and the working directory. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[1]));
    Path document = folder.resolve("document.yaml");
    Files.writeString(document, document(Integer.parseInt(args[0])));
    long start = System.nanoTime();
    int files =
        new DefaultGenerator()
            .opts(
                new CodegenConfigurator()
                    .setGeneratorName("retrofit-moshi")
                    .setInputSpec(document.toString())
                    .setOutputDir(folder.resolve("out").toString())
                    .setApiPackage("large")
                    .setInvokerPackage("large")
                    .setModelPackage("large")
                    .toClientOptInput())
            .generate()
            .size();
    System.out.println(System.nanoTime() - start + " " + files);
    System.exit(0);
  }

  private static String document(int schemas) {
    StringBuilder yaml =
        new StringBuilder(
            """
            openapi: 3.0.3
            info: {title: Large, version: '1'}
            paths:
              /things:
                post:
                  operationId: createThing
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Thing0'}
                  responses:
                    '200':
                      description: Made.
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Thing0'}
            components:
              schemas:
            """);
    for (int i = 0; i < schemas; i++) {
      yaml.append(
          """
              Thing%d:
                type: object
                description: A thing.
                required: [id]
                properties:
                  id: {type: string, description: The id.}
                  count: {type: integer, format: int32, description: How many.}
                  time: {type: string, format: date-time, description: When.}
                  names: {type: array, items: {type: string}, description: The names.}
                  kind: {type: string, enum: [small, large], description: The kind.}
          """
              .formatted(i)
              .indent(4));
      if (i + 1 < schemas) {
        yaml.append("            next: {$ref: '#/components/schemas/Thing%d'}\n".formatted(i + 1));
      }
    }
    return yaml.toString();
  }
}
