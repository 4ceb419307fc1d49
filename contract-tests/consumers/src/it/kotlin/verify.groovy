String log = new File(basedir, 'build.log').text
assert log.contains('Null.kt:5:33 Null cannot be a value of a non-null type')
assert log.contains('Null.kt:7:48 Only safe (?.) or non-null asserted (!!.) calls are allowed')
assert log.contains('Null.kt:9:69 Argument type mismatch')
