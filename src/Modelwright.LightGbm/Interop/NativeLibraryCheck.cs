using System.Runtime.InteropServices;

namespace Modelwright.LightGbm.Interop;

/// <summary>Finds out once whether the native library loads, and says in one line why not and what to do.</summary>
internal static class NativeLibraryCheck
{
    private static readonly Lazy<string?> Once = new(() => Find(RuntimeInformation.ProcessArchitecture, Load));

    /// <summary>Why the library cannot be used; null where it can.</summary>
    internal static string? Fault => Once.Value;

    /// <summary>The same question with the machine and the loader given, so that every answer can be tested.</summary>
    /// <param name="architecture">Of the process.</param>
    /// <param name="load">Throws where the library does not load.</param>
    internal static string? Find(Architecture architecture, Action load)
    {
        if (architecture != Architecture.X64)
        {
            return $"LightGBM has no native library for {Platform(architecture)}: it comes for linux-x64, win-x64 and osx-x64. " +
                "Train on one of these, or with the learners that need no native library.";
        }

        try
        {
            load();
            return null;
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            return Explain(fault.Message);
        }
    }

    private static void Load()
    {
        var library = NativeLibrary.Load(LightGbmApi.Library, typeof(NativeLibraryCheck).Assembly, null);
        NativeLibrary.GetExport(library, "LGBM_DatasetCreateFromSampledColumn");
    }

    private static string Explain(string reason)
    {
        if (reason.Contains("libgomp", StringComparison.Ordinal))
        {
            return "LightGBM needs the system library libgomp.so.1, which is not installed. " +
                "Install it with: apt-get install libgomp1 (Debian, Ubuntu), dnf install libgomp (Fedora, RHEL).";
        }

        if (reason.Contains("libomp", StringComparison.Ordinal))
        {
            return "LightGBM needs the system library libomp.dylib, which is not installed. Install it with: brew install libomp.";
        }

        var file = OperatingSystem.IsWindows() ? "lib_lightgbm.dll" : OperatingSystem.IsMacOS() ? "lib_lightgbm.dylib" : "lib_lightgbm.so";
        return Cause(reason) is { } cause
            ? $"LightGBM's native library {file} does not load: {cause}. Install the app again, or train with the learners that need no native library."
            : $"LightGBM's native library {file} was not found in {AppContext.BaseDirectory} or its folder runtimes/{RuntimeInformation.RuntimeIdentifier}/native. " +
                "The package LightGBM brings it: publish the app again so that the file comes along.";
    }

    /// <summary>The line that says what is wrong, among one for each place where the runtime did not find the file; null where it is nowhere.</summary>
    private static string? Cause(string reason) => reason
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => !line.StartsWith("Unable to load", StringComparison.Ordinal))
        .FirstOrDefault(line => !(line.Contains(LightGbmApi.Library, StringComparison.Ordinal) && line.Contains("No such file", StringComparison.Ordinal)))
        ?.TrimEnd('.');

    private static string Platform(Architecture architecture)
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return $"{system}-{architecture.ToString().ToLowerInvariant()}";
    }
}
