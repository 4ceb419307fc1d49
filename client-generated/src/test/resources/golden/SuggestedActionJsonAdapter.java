// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Generated
final class SuggestedActionJsonAdapter extends JsonAdapter<SuggestedAction> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<SuggestedAction> INSTANCE = new SuggestedActionJsonAdapter();
  static final JsonAdapter<List<SuggestedAction>> LIST = Json.list(INSTANCE);

  private SuggestedActionJsonAdapter() {}

  @Override
  public @Nullable SuggestedAction fromJson(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case NULL -> {
        return reader.nextNull();
      }
      case BEGIN_OBJECT -> {
        String type = Json.text(reader, "type");
        if ("REPLY".equals(type)) {
          return ReplyActionJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("REQUEST_LOCATION".equals(type)) {
          return RequestLocationActionJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("DIAL_PHONE".equals(type)) {
          return DialPhoneActionJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("SHOW_LOCATION".equals(type)) {
          return ShowLocationActionJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("CREATE_CALENDAR_EVENT".equals(type)) {
          return CalendarEventActionJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("OPEN_URL".equals(type)) {
          return OpenUrlActionJsonAdapter.INSTANCE.fromJson(reader);
        }
      }
      default -> {}
    }
    Json.misfit(reader);
    return new SuggestedAction.Unknown(Objects.requireNonNull(Json.ANY.fromJson(reader)));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable SuggestedAction value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof ReplyAction alternative) {
      ReplyActionJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof RequestLocationAction alternative) {
      RequestLocationActionJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof DialPhoneAction alternative) {
      DialPhoneActionJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof ShowLocationAction alternative) {
      ShowLocationActionJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof CalendarEventAction alternative) {
      CalendarEventActionJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof OpenUrlAction alternative) {
      OpenUrlActionJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof SuggestedAction.Unknown unknown) {
      Json.ANY.toJson(writer, unknown.json());
    } else {
      throw new IllegalArgumentException(
          value.getClass().getName()
              + " is not an alternative of SuggestedAction at path "
              + writer.getPath());
    }
  }

  @Override
  public String toString() {
    return "JsonAdapter(SuggestedAction)";
  }
}
