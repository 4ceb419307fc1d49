package io.github.bandwidthmessaging.client;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Where the client begins: Moshi and Retrofit, configured for this API. */
public final class RetrofitClient {
  private RetrofitClient() {}

  /** Returns a Moshi that reads and writes all models of this package, without reflection. */
  public static Moshi moshi() {
    return new Moshi.Builder().add(new Adapters()).build();
  }

  /**
   * Returns a Retrofit builder with the base URL {@code https://messaging.bandwidth.com/api/v2/}
   * and the converters set. Credentials are up to the {@link okhttp3.OkHttpClient} that is given to
   * it.
   *
   * <p>Every request body is one-shot: OkHttp never sends it a second time by itself.
   */
  public static Retrofit.Builder builder() {
    return new Retrofit.Builder()
        .baseUrl("https://messaging.bandwidth.com/api/v2/")
        .addConverterFactory(new Converters());
  }

  private static final class Adapters implements JsonAdapter.Factory {
    @Override
    public @Nullable JsonAdapter<?> create(
        Type type, Set<? extends Annotation> annotations, Moshi moshi) {
      if (!annotations.isEmpty()) {
        return null;
      }
      if (type == BandwidthError.class) {
        return BandwidthErrorJsonAdapter.INSTANCE;
      }
      if (type == Direction.class) {
        return DirectionJsonAdapter.INSTANCE;
      }
      if (type == FieldError.class) {
        return FieldErrorJsonAdapter.INSTANCE;
      }
      if (type == Message.class) {
        return MessageJsonAdapter.INSTANCE;
      }
      if (type == MessageRequest.class) {
        return MessageRequestJsonAdapter.INSTANCE;
      }
      if (type == NotFoundError.class) {
        return NotFoundErrorJsonAdapter.INSTANCE;
      }
      if (type == PathError.class) {
        return PathErrorJsonAdapter.INSTANCE;
      }
      if (type == Priority.class) {
        return PriorityJsonAdapter.INSTANCE;
      }
      if (type == Recipients.class) {
        return RecipientsJsonAdapter.INSTANCE;
      }
      if (type == OffsetDateTime.class) {
        return Json.DATE_TIME;
      }
      if (type == URI.class) {
        return Json.LINK;
      }
      return type == Object.class ? Json.ANY : null;
    }
  }

  private static final class Converters extends Converter.Factory {
    private final MoshiConverterFactory json = MoshiConverterFactory.create(moshi());

    @Override
    public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      return json.responseBodyConverter(type, annotations, retrofit);
    }

    @Override
    public @Nullable Converter<?, RequestBody> requestBodyConverter(
        Type type,
        Annotation[] parameterAnnotations,
        Annotation[] methodAnnotations,
        Retrofit retrofit) {
      Converter<Object, RequestBody> converter =
          body(type, parameterAnnotations, methodAnnotations, retrofit);
      return converter == null ? null : value -> new OneShotBody(converter.convert(value));
    }

    @Override
    public @Nullable Converter<?, String> stringConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      if (type == OffsetDateTime.class) {
        return value -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format((OffsetDateTime) value);
      }
      return null;
    }

    @SuppressWarnings(
        "unchecked") // Retrofit passes values of the type that the converter was made for
    private @Nullable Converter<Object, RequestBody> body(
        Type type,
        Annotation[] parameterAnnotations,
        Annotation[] methodAnnotations,
        Retrofit retrofit) {
      return (Converter<Object, RequestBody>)
          json.requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
    }
  }

  /**
   * A body that is written once: the request may have been carried out although its response never
   * came.
   */
  private static final class OneShotBody extends RequestBody {
    private final RequestBody body;
    private final AtomicBoolean written = new AtomicBoolean();

    OneShotBody(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      if (written.getAndSet(true)) {
        throw new IOException(
            "The request was already sent once; sending it again could carry it out twice");
      }
      body.writeTo(sink);
    }
  }
}
