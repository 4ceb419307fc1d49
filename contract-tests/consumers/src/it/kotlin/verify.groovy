String log = new File(basedir, 'build.log').text
assert log.contains('Null.kt:6:33 Null cannot be a value of a non-null type')
assert log.contains('Null.kt:8:48 Only safe (?.) or non-null asserted (!!.) calls are allowed')
assert log.contains('Null.kt:10:69 Argument type mismatch')
assert log.contains("Null.kt:12:42 'when' expression must be exhaustive. Add the 'UNKNOWN' branch")
