using System.Runtime.InteropServices;
using Modelwright.LightGbm.Interop;

namespace Modelwright.LightGbm.Tests.Interop;

public sealed class NativeLibraryCheckTests
{
    private static readonly string System = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    private static readonly string File = OperatingSystem.IsWindows() ? "lib_lightgbm.dll" : OperatingSystem.IsMacOS() ? "lib_lightgbm.dylib" : "lib_lightgbm.so";

    [Fact]
    public void Find_LibraryLoads_NoFault() => Assert.Null(NativeLibraryCheck.Find(Architecture.X64, () => { }));

    [Fact]
    public void Find_Arm64_SaysWhereItComesFor() => Assert.Equal(
        $"LightGBM has no native library for {System}-arm64: it comes for linux-x64, win-x64 and osx-x64. " +
        "Train on one of these, or with the learners that need no native library.",
        NativeLibraryCheck.Find(Architecture.Arm64, () => Assert.Fail("must not be loaded")));

    [Fact]
    public void Find_GompMissing_NamesThePackage() => Assert.Equal(
        "LightGBM needs the system library libgomp.so.1, which is not installed. " +
        "Install it with: apt-get install libgomp1 (Debian, Ubuntu), dnf install libgomp (Fedora, RHEL).",
        Fault(new DllNotFoundException("Unable to load shared library 'lib_lightgbm'\nlibgomp.so.1: cannot open shared object file: No such file or directory")));

    [Fact]
    public void Find_FileMissing_SaysWhereItWasLookedFor() => Assert.Equal(
        $"LightGBM's native library {File} was not found in {AppContext.BaseDirectory} or its folder runtimes/{RuntimeInformation.RuntimeIdentifier}/native. " +
        "The package LightGBM brings it: publish the app again so that the file comes along.",
        Fault(new DllNotFoundException("Unable to load shared library 'lib_lightgbm' or one of its dependencies.\n/app/lib_lightgbm.so: cannot open shared object file: No such file or directory\n")));

    [Fact]
    public void Find_FileBroken_SaysWhatIsWrong() => Assert.Equal(
        $"LightGBM's native library {File} does not load: /app/lib_lightgbm.so: file too short. Install the app again, or train with the learners that need no native library.",
        Fault(new DllNotFoundException("Unable to load shared library 'lib_lightgbm'.\n/app/lib_lightgbm.so: file too short\n/usr/lib_lightgbm.so: cannot open shared object file: No such file or directory\n")));

    [Fact]
    public void Find_EveryFault_IsOneLine() =>
        Assert.DoesNotContain('\n', Fault(new BadImageFormatException("a\nb\r\nc"))!);

    private static string? Fault(Exception fault) => NativeLibraryCheck.Find(Architecture.X64, () => throw fault);
}
