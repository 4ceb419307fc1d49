package io.github.bandwidthmessaging.check.documentation;

import java.util.ArrayList;
import java.util.List;

/**
 * What the comparison of a saved copy with the data found.
 *
 * @param facts what the data relies on and the copy says otherwise
 * @param wording what changed besides
 * @param notCompared what the data takes from there and nothing could compare, with the reason
 */
record Findings(List<String> facts, List<String> wording, List<String> notCompared) {
  Findings() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
