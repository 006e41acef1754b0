@echo off
setlocal EnableExtensions DisableDelayedExpansion
pushd "%~dp0" 2>nul
chcp 65001 >nul
set "PYTHONUTF8=1"
if not exist "scripts\showcase.py" goto packed

set "SHOWCASE_PYTHON="
python -c "import sys" >nul 2>nul
if not errorlevel 1 set "SHOWCASE_PYTHON=python"
py -3 -c "import sys" >nul 2>nul
if not errorlevel 1 set "SHOWCASE_PYTHON=py -3"
if exist "python\python.exe" set "SHOWCASE_PYTHON=python\python.exe"
if not defined SHOWCASE_PYTHON goto lacking

%SHOWCASE_PYTHON% scripts\showcase.py desk publish %*
set "SHOWCASE_ENDED=%errorlevel%"
echo.
popd
pause
exit /b %SHOWCASE_ENDED%

:lacking
type "scripts\launcher\no-python.txt"
popd
pause
exit /b 3

:packed
echo 请先把压缩包全部解压到一个文件夹，再打开那个文件夹双击。&popd&pause&exit /b 3
