String log = new File(basedir, 'build.log').text
['Null.kt:5:33 Null cannot be a value of a non-null type',
 'Null.kt:7:48 Only safe (?.) or non-null asserted (!!.) calls are allowed',
 'Null.kt:9:69 Argument type mismatch'].each {
  assert log.contains(it)
}
