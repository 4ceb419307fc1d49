// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Moshi and Retrofit, configured for this API. */
@RetrofitClient.Generated
public final class RetrofitClient {
  /** The first server of the OpenAPI document, with a trailing slash. */
  public static final String BASE_URL = "https://messaging.bandwidth.com/api/v2/";

  private RetrofitClient() {}

  /**
   * Returns a Moshi instance that reads and writes all models of this package, without reflection.
   */
  public static Moshi moshi() {
    return new Moshi.Builder().add(new Adapters()).build();
  }

  /**
   * Returns a Retrofit builder with {@link #BASE_URL}, the HTTP client and the converters set. The
   * HTTP client adds the credentials.
   *
   * <p>Every request body is one-shot: neither OkHttp nor an interceptor can send it twice, because
   * the first request might have been processed although no response arrived.
   *
   * <p>Do not set another client or call factory on the builder: the one set here adds parameter
   * objects to requests.
   *
   * @param client usually an {@link okhttp3.OkHttpClient}
   */
  public static Retrofit.Builder builder(Call.Factory client) {
    return new Retrofit.Builder()
        .baseUrl(BASE_URL)
        .callFactory(new AtMostOnce(client))
        .addConverterFactory(Converters.create());
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
      if (type == CalendarEventAction.class) {
        return CalendarEventActionJsonAdapter.INSTANCE;
      }
      if (type == CardContent.class) {
        return CardContentJsonAdapter.INSTANCE;
      }
      if (type == CardMedia.class) {
        return CardMediaJsonAdapter.INSTANCE;
      }
      if (type == CardMediaHeight.class) {
        return CardMediaHeightJsonAdapter.INSTANCE;
      }
      if (type == CardOrientation.class) {
        return CardOrientationJsonAdapter.INSTANCE;
      }
      if (type == CardWidth.class) {
        return CardWidthJsonAdapter.INSTANCE;
      }
      if (type == ChannelMessage.class) {
        return ChannelMessageJsonAdapter.INSTANCE;
      }
      if (type == ChannelReceipt.class) {
        return ChannelReceiptJsonAdapter.INSTANCE;
      }
      if (type == ChosenSuggestion.class) {
        return ChosenSuggestionJsonAdapter.INSTANCE;
      }
      if (type == DialPhoneAction.class) {
        return DialPhoneActionJsonAdapter.INSTANCE;
      }
      if (type == Direction.class) {
        return DirectionJsonAdapter.INSTANCE;
      }
      if (type == ErrorBody.class) {
        return ErrorBodyJsonAdapter.INSTANCE;
      }
      if (type == ErrorSource.class) {
        return ErrorSourceJsonAdapter.INSTANCE;
      }
      if (type == FieldError.class) {
        return FieldErrorJsonAdapter.INSTANCE;
      }
      if (type == Link.class) {
        return LinkJsonAdapter.INSTANCE;
      }
      if (type == LocationResponse.class) {
        return LocationResponseJsonAdapter.INSTANCE;
      }
      if (type == MediaItem.class) {
        return MediaItemJsonAdapter.INSTANCE;
      }
      if (type == Message.class) {
        return MessageJsonAdapter.INSTANCE;
      }
      if (type == MessageDelivered.class) {
        return MessageDeliveredJsonAdapter.INSTANCE;
      }
      if (type == MessageDirection.class) {
        return MessageDirectionJsonAdapter.INSTANCE;
      }
      if (type == MessageEvent.class) {
        return MessageEventJsonAdapter.INSTANCE;
      }
      if (type == MessageFailed.class) {
        return MessageFailedJsonAdapter.INSTANCE;
      }
      if (type == MessagePage.class) {
        return MessagePageJsonAdapter.INSTANCE;
      }
      if (type == MessageProduct.class) {
        return MessageProductJsonAdapter.INSTANCE;
      }
      if (type == MessageRead.class) {
        return MessageReadJsonAdapter.INSTANCE;
      }
      if (type == MessageReceived.class) {
        return MessageReceivedJsonAdapter.INSTANCE;
      }
      if (type == MessageRequest.class) {
        return MessageRequestJsonAdapter.INSTANCE;
      }
      if (type == MessageSending.class) {
        return MessageSendingJsonAdapter.INSTANCE;
      }
      if (type == MessageSent.class) {
        return MessageSentJsonAdapter.INSTANCE;
      }
      if (type == MessageStatus.class) {
        return MessageStatusJsonAdapter.INSTANCE;
      }
      if (type == MessageSummary.class) {
        return MessageSummaryJsonAdapter.INSTANCE;
      }
      if (type == MessageType.class) {
        return MessageTypeJsonAdapter.INSTANCE;
      }
      if (type == MmsChannelMessage.class) {
        return MmsChannelMessageJsonAdapter.INSTANCE;
      }
      if (type == MmsChannelReceipt.class) {
        return MmsChannelReceiptJsonAdapter.INSTANCE;
      }
      if (type == MmsContent.class) {
        return MmsContentJsonAdapter.INSTANCE;
      }
      if (type == MmsFile.class) {
        return MmsFileJsonAdapter.INSTANCE;
      }
      if (type == MultiChannelError.class) {
        return MultiChannelErrorJsonAdapter.INSTANCE;
      }
      if (type == MultiChannelErrorDetail.class) {
        return MultiChannelErrorDetailJsonAdapter.INSTANCE;
      }
      if (type == MultiChannelMessage.class) {
        return MultiChannelMessageJsonAdapter.INSTANCE;
      }
      if (type == MultiChannelMessageRequest.class) {
        return MultiChannelMessageRequestJsonAdapter.INSTANCE;
      }
      if (type == MultiChannelMessageResponse.class) {
        return MultiChannelMessageResponseJsonAdapter.INSTANCE;
      }
      if (type == OpenUrlAction.class) {
        return OpenUrlActionJsonAdapter.INSTANCE;
      }
      if (type == PageInfo.class) {
        return PageInfoJsonAdapter.INSTANCE;
      }
      if (type == PathError.class) {
        return PathErrorJsonAdapter.INSTANCE;
      }
      if (type == Priority.class) {
        return PriorityJsonAdapter.INSTANCE;
      }
      if (type == RbmCard.class) {
        return RbmCardJsonAdapter.INSTANCE;
      }
      if (type == RbmCarousel.class) {
        return RbmCarouselJsonAdapter.INSTANCE;
      }
      if (type == RbmChannelMessage.class) {
        return RbmChannelMessageJsonAdapter.INSTANCE;
      }
      if (type == RbmChannelReceipt.class) {
        return RbmChannelReceiptJsonAdapter.INSTANCE;
      }
      if (type == RbmContent.class) {
        return RbmContentJsonAdapter.INSTANCE;
      }
      if (type == RbmFile.class) {
        return RbmFileJsonAdapter.INSTANCE;
      }
      if (type == RbmMedia.class) {
        return RbmMediaJsonAdapter.INSTANCE;
      }
      if (type == RbmText.class) {
        return RbmTextJsonAdapter.INSTANCE;
      }
      if (type == Recipients.class) {
        return RecipientsJsonAdapter.INSTANCE;
      }
      if (type == ReplyAction.class) {
        return ReplyActionJsonAdapter.INSTANCE;
      }
      if (type == RequestLocationAction.class) {
        return RequestLocationActionJsonAdapter.INSTANCE;
      }
      if (type == SharedLocation.class) {
        return SharedLocationJsonAdapter.INSTANCE;
      }
      if (type == ShowLocationAction.class) {
        return ShowLocationActionJsonAdapter.INSTANCE;
      }
      if (type == SmsChannelMessage.class) {
        return SmsChannelMessageJsonAdapter.INSTANCE;
      }
      if (type == SmsChannelReceipt.class) {
        return SmsChannelReceiptJsonAdapter.INSTANCE;
      }
      if (type == SmsContent.class) {
        return SmsContentJsonAdapter.INSTANCE;
      }
      if (type == SuggestedAction.class) {
        return SuggestedActionJsonAdapter.INSTANCE;
      }
      if (type == SuggestionResponse.class) {
        return SuggestionResponseJsonAdapter.INSTANCE;
      }
      if (type == ThumbnailAlignment.class) {
        return ThumbnailAlignmentJsonAdapter.INSTANCE;
      }
      if (type == UrlApplication.class) {
        return UrlApplicationJsonAdapter.INSTANCE;
      }
      if (type == WebviewViewMode.class) {
        return WebviewViewModeJsonAdapter.INSTANCE;
      }
      if (type == OffsetDateTime.class) {
        return Json.DATE_TIME;
      }
      if (type == URI.class) {
        return Json.LINK;
      }
      if (type == ByteString.class) {
        return Json.BASE64;
      }
      if (type == Integer.class) {
        return Json.INTEGER;
      }
      if (type == Long.class) {
        return Json.LONG;
      }
      return type == Object.class ? Json.ANY : null;
    }
  }

  private static final class Converters extends Converter.Factory {
    private final Moshi moshi = moshi();
    private final MoshiConverterFactory json = MoshiConverterFactory.create(moshi);

    /**
     * Returns the superclass, so that the JVM loads none of Retrofit for {@link
     * RetrofitClient#moshi}.
     */
    static Converter.Factory create() {
      return new Converters();
    }

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
      return json.requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
    }

    /** A value that is not JSON: in a path, a query or a header. */
    @Override
    public @Nullable Converter<?, String> stringConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      for (Annotation annotation : annotations) {
        if (annotation instanceof RequestWriter.InPath parameter) {
          JsonAdapter<Object> adapter = moshi.adapter(type);
          return value -> RequestWriter.path(parameter, adapter, value);
        }
      }
      if (type == String.class) {
        return null;
      }
      JsonAdapter<Object> adapter = moshi.adapter(type);
      return value -> RequestWriter.text(adapter, value);
    }
  }

  /** Marks generated classes, for tools that skip those. */
  public @interface Generated {}

  private static final class AtMostOnce implements Call.Factory {
    private final Call.Factory client;

    AtMostOnce(Call.Factory client) {
      this.client = client;
    }

    @Override
    public Call newCall(Request created) {
      Request request = RequestWriter.withParameters(created);
      RequestBody body = request.body();
      return client.newCall(
          body == null
              ? request
              : request.newBuilder().method(request.method(), new OneShotBody(body)).build());
    }
  }

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
            "The request was already sent once; sending it again could process it twice");
      }
      body.writeTo(sink);
    }
  }
}
