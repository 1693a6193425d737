@echo off
rem Runs the command seedplan with the Java of JAVA_HOME, else the one on the path.
setlocal
set "seedplan_java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "seedplan_java=%JAVA_HOME%\bin\java.exe"
"%seedplan_java%" %JAVA_OPTS% -jar "%~dp0..\lib\seedplan.jar" %*
exit /b %ERRORLEVEL%
