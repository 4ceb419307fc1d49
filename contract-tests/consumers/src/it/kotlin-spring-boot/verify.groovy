String log = new File(basedir, 'build.log').text
assert log =~ /okhttp-jvm-[0-9.]+\.jar!\/META-INF\/okhttp\.kotlin_module: .*odule was compiled with an incompatible version of Kotlin\. The binary version of its metadata is 2\.\d\.0, expected version is 1\.9\.0/
assert log.contains('Sent with Kotlin 2.')
assert log.contains('Sent with Kotlin 1.9.')
