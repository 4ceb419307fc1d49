// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Generated
final class RbmContentJsonAdapter extends JsonAdapter<RbmContent> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<RbmContent> INSTANCE = new RbmContentJsonAdapter();
  private static final List<Json.Shape<? extends RbmContent>> SHAPES =
      List.of(
          new Json.Shape<>(
              RbmTextJsonAdapter.INSTANCE,
              Set.of("text"),
              RbmTextJsonAdapter.NAMES.strings(),
              Map.of()),
          new Json.Shape<>(
              RbmMediaJsonAdapter.INSTANCE,
              Set.of("media"),
              RbmMediaJsonAdapter.NAMES.strings(),
              Map.of()),
          new Json.Shape<>(
              RbmCardJsonAdapter.INSTANCE,
              Set.of("orientation", "cardContent"),
              RbmCardJsonAdapter.NAMES.strings(),
              Map.of()),
          new Json.Shape<>(
              RbmCarouselJsonAdapter.INSTANCE,
              Set.of("cardWidth", "cardContents"),
              RbmCarouselJsonAdapter.NAMES.strings(),
              Map.of()));

  private RbmContentJsonAdapter() {}

  @Override
  public @Nullable RbmContent fromJson(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case NULL -> {
        return reader.nextNull();
      }
      case BEGIN_OBJECT -> {
        JsonAdapter<? extends RbmContent> best = Json.best(reader, SHAPES);
        if (best != null) {
          return best.fromJson(reader);
        }
      }
      default -> {}
    }
    return new RbmContent.Unknown(Objects.requireNonNull(Json.ANY.fromJson(reader)));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable RbmContent value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof RbmText alternative) {
      RbmTextJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof RbmMedia alternative) {
      RbmMediaJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof RbmCard alternative) {
      RbmCardJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof RbmCarousel alternative) {
      RbmCarouselJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof RbmContent.Unknown unknown) {
      Json.ANY.toJson(writer, unknown.json());
    } else {
      throw new IllegalArgumentException(
          value.getClass().getName()
              + " is not an alternative of RbmContent at path "
              + writer.getPath());
    }
  }

  @Override
  public String toString() {
    return "JsonAdapter(RbmContent)";
  }
}
