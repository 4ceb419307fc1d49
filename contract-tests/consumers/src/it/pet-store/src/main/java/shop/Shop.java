package shop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import pets.Food;
import pets.Hay;
import pets.Kind;
import pets.Pet;
import pets.PetsApi;
import pets.PhotosApi;
import pets.RetrofitClient;
import retrofit2.Retrofit;

/** Uses the generated client against a pet store in this JVM. */
final class Shop {
  private static final String PET =
      "{\"id\":\"7\",\"name\":\"Bo\",\"kind\":\"guinea-pig\",\"food\":[{\"type\":\"hay\",\"handfuls\":2},{\"type\":\"pizza\"}]}";

  private Shop() {}

  public static void main(String[] args) throws IOException {
    List<String> requests = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          requests.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + new String(body, StandardCharsets.UTF_8));
          boolean read = exchange.getRequestMethod().equals("GET");
          byte[] response = (read ? "[" + PET + "]" : PET).getBytes(StandardCharsets.UTF_8);
          boolean photo = exchange.getRequestMethod().equals("PUT");
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(photo ? 204 : read ? 200 : 201, photo ? -1 : response.length);
          exchange.getResponseBody().write(photo ? new byte[0] : response);
          exchange.close();
        });
    server.start();
    OkHttpClient http = new OkHttpClient();
    try {
      Retrofit retrofit =
          RetrofitClient.builder(http)
              .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/")
              .validateEagerly(true)
              .build();
      PetsApi pets = retrofit.create(PetsApi.class);

      List<Pet> found = pets.listPets(Kind.GUINEA_PIG, null).execute().body();
      check(
          found.toString(),
          "[Pet{id=7, name=Bo, kind=guinea-pig, born=null, price=null,"
              + " food=[Hay{type=hay, handfuls=2, additionalProperties=[]}, Unknown[json={type=pizza}]], additionalProperties=[]}]");
      Food hay = Hay.builder().handfuls(2).build();
      Pet pet = Pet.builder().name("Bo").kind(Kind.GUINEA_PIG).food(List.of(hay)).build();
      pets.addPetAsync(pet).join();
      check(pet.violations().toString(), "[]");
      RequestBody photo = RequestBody.create("png".getBytes(StandardCharsets.UTF_8));
      retrofit.create(PhotosApi.class).putPhoto("7", photo).execute();

      check(
          String.join("\n", requests),
          "GET /v1/pets?kind=guinea-pig \n"
              + "POST /v1/pets {\"name\":\"Bo\",\"kind\":\"guinea-pig\",\"food\":[{\"type\":\"hay\",\"handfuls\":2}]}\n"
              + "PUT /v1/pets/7/photo png");
      for (String resource :
          List.of(
              "/META-INF/proguard/pets.pro",
              "/META-INF/native-image/org.openapitools/openapi-java/reachability-metadata.json")) {
        check(String.valueOf(Shop.class.getResource(resource) != null), "true");
      }
    } finally {
      server.stop(0);
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private static void check(String is, String expected) {
    if (!is.equals(expected)) {
      throw new AssertionError(is + "\n  instead of\n" + expected);
    }
  }
}
