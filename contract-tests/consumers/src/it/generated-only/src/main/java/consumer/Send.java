package consumer;

import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import retrofit2.Response;

/** Sends the documented text message through the Retrofit interface. */
public final class Send {
  public static void main(String[] args) throws Exception {
    MessageRequest request =
        MessageRequest.builder()
            .from("+12345678901")
            .to(List.of("+12345678902"))
            .text("Hey, check this out!")
            .applicationId("93de2206-9669-4e07-948d-329f4b722ee2")
            .tag("test message")
            .build();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .header("Authorization", Credentials.basic("username", "password"))
                            .build()))
            .build();

    try (FakeBandwidth bandwidth = FakeBandwidth.start()) {
      MessagesApi api =
          RetrofitClient.builder(http).baseUrl(bandwidth.url()).build().create(MessagesApi.class);
      Response<Message> response = api.createMessage("9900000", request).execute();

      if (response.code() != 202
          || !bandwidth.accepted().get(0).equals(response.body())
          || !bandwidth.onlySent().equals(request)) {
        throw new AssertionError(response + " " + response.body() + " " + bandwidth.sent());
      }
    } finally {
      http.dispatcher().executorService().shutdown();
    }
  }
}
