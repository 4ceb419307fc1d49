// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Generated
final class CalendarEventActionJsonAdapter extends JsonAdapter<CalendarEventAction> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<CalendarEventAction> INSTANCE = new CalendarEventActionJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "type", "text", "postbackData", "title", "startTime", "endTime", "description");

  private CalendarEventActionJsonAdapter() {}

  @Override
  public @Nullable CalendarEventAction fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    CalendarEventAction.Builder builder = new CalendarEventAction.Builder();
    builder.type = null;
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.type = Json.STRING.fromJson(Json.withoutNull(reader));
        case 1 -> builder.text = Json.STRING.fromJson(Json.withoutNull(reader));
        case 2 -> builder.postbackData = Json.BASE64.fromJson(Json.withoutNull(reader));
        case 3 -> builder.title = Json.STRING.fromJson(Json.withoutNull(reader));
        case 4 -> builder.startTime = Json.DATE_TIME.fromJson(Json.withoutNull(reader));
        case 5 -> builder.endTime = Json.DATE_TIME.fromJson(Json.withoutNull(reader));
        case 6 -> builder.description = Json.STRING.fromJson(Json.withoutNull(reader));
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new CalendarEventAction(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable CalendarEventAction value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.type != null) {
      writer.name("type");
      Json.STRING.toJson(writer, value.type);
    }
    if (value.text != null) {
      writer.name("text");
      Json.STRING.toJson(writer, value.text);
    }
    if (value.postbackData != null) {
      writer.name("postbackData");
      Json.BASE64.toJson(writer, value.postbackData);
    }
    if (value.title != null) {
      writer.name("title");
      Json.STRING.toJson(writer, value.title);
    }
    if (value.startTime != null) {
      writer.name("startTime");
      Json.DATE_TIME.toJson(writer, value.startTime);
    }
    if (value.endTime != null) {
      writer.name("endTime");
      Json.DATE_TIME.toJson(writer, value.endTime);
    }
    if (value.description != null) {
      writer.name("description");
      Json.STRING.toJson(writer, value.description);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(CalendarEventAction)";
  }
}
