String log = new File(basedir, 'build.log').text
String sentence = 'petstore.yaml:8: Pet: "proprties" is not a keyword of a schema; did you mean "properties"?'
assert log.count(sentence) >= 2
assert !log.contains('at io.github.bandwidthmessaging')
assert !log.contains('at org.openapitools')
