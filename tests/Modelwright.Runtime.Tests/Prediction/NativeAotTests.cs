using System.Diagnostics;
using System.Runtime.InteropServices;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Prediction;

public sealed class NativeAotTests
{
    private static readonly string[] NativeEndings = [".so", ".dylib", ".dll", ".a"];
    private static readonly string[] Fixtures = ["v1/classes.mw", "v1/numbers.mw", "v1/pipeline.mw", "v2/written.mw"];

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Predict_CompiledAheadOfTime_SameBitsAndNoNativeLibrary()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && !HasLinker())
        {
            Assert.Skip("Predict_CompiledAheadOfTime_SameBitsAndNoNativeLibrary needs clang or gcc to link. Install one of them (Debian: apt-get install clang).");
        }

        var folder = Directory.CreateTempSubdirectory("modelwright-aot");
        try
        {
            var output = Path.Combine(folder.FullName, "app");
            var linker = Find("clang") is null ? "-p:CppCompilerAndLinker=gcc" : "-p:CppCompilerAndLinker=clang";
            var (code, text) = await RunAsync("dotnet", ["publish", Repository.PathOf("tests", "Modelwright.Aot.TestApp"), "-c", "Release", "-o", output, $"-p:ArtifactsPath={folder.FullName}/artifacts", linker]);
            if (code != 0 && text.Contains("ILCompiler", StringComparison.Ordinal) && text.Contains("NU1", StringComparison.Ordinal))
            {
                Assert.Skip("Predict_CompiledAheadOfTime_SameBitsAndNoNativeLibrary needs the package Microsoft.DotNet.ILCompiler, which no package source has.");
            }

            Assert.True(code == 0, text);
            Assert.DoesNotContain(Directory.GetFiles(output, "*", SearchOption.AllDirectories), file => NativeEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
            string[] packages = [.. Fixtures.Select(name => Repository.PathOf("tests", "Modelwright.Runtime.Tests", "Fixtures", name))];
            var (appCode, bits) = await RunAsync(Path.Combine(output, "Modelwright.Aot.TestApp" + (OperatingSystem.IsWindows() ? ".exe" : "")), packages);
            Assert.True(appCode == 0, bits);
            Assert.Equal(packages.SelectMany(AnswerBits.Of), bits.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool HasLinker() => Find("clang") is not null || Find("gcc") is not null;

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    private static async Task<(int Code, string Text)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, text + await errors);
    }
}
